package app.backmatter.reports.domain;

import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.StepView;
import app.backmatter.reports.FunnelTotals;
import app.backmatter.reports.Tally;
import app.backmatter.shared.SourceKind;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A funnel's figures over a period: what each step and each source brought.
 *
 * @param steps in the order of the tree; last, where there are any, the steps that only earlier revisions had
 * @param sources the best first
 */
public record FunnelReport(
        FunnelView funnel, FunnelTotals totals, Tally everything, List<StepLine> steps, List<SourceLine> sources) {
    /** The kind of a line that stands for all steps that the published revision has no more. */
    public static final String EARLIER = "earlier";

    private static final String OPT_IN = "opt-in";
    private static final String RE_PITCH = "re-pitch";
    private static final String TRIPWIRE = "tripwire";

    /** One step: its kind as in {@link StepView#kind()} and its headline. */
    public record StepLine(String kind, String headline, Tally tally) {
        /** Where nothing is sold, nobody can say no or pay: there is no figure, which is not the same as none. */
        public boolean sells() {
            return !kind.equals(OPT_IN);
        }
    }

    public record SourceLine(SourceKey source, FunnelTotals totals) {}

    static FunnelReport of(FunnelView funnel, List<StepTally> tallies, Predicate<SourceKey> chosen, Currency currency) {
        var inSources =
                tallies.stream().filter(tally -> chosen.test(tally.source())).toList();
        return new FunnelReport(
                funnel,
                totals(funnel, inSources, currency),
                sum(inSources, currency),
                steps(funnel, inSources, currency),
                sources(funnel, tallies, currency));
    }

    static FunnelTotals totals(FunnelView funnel, List<StepTally> tallies, Currency currency) {
        var all = sum(tallies, currency);
        var optIn = sum(on(tallies, stepsOf(funnel, OPT_IN)), currency);
        return new FunnelTotals(
                sum(on(tallies, entry(funnel)), currency).visitors(),
                optIn.takers(),
                optIn.confirmed(),
                all.orders(),
                all.wholeRevenue(),
                all.wholeRefunded());
    }

    private static List<StepLine> steps(FunnelView funnel, List<StepTally> tallies, Currency currency) {
        Map<UUID, StepView> known = new LinkedHashMap<>();
        funnel.steps().forEach(step -> known.put(step.id(), step));
        var lines = known.values().stream()
                .map(step -> new StepLine(
                        step.kind(), step.headline(), sum(on(tallies, id -> id.equals(step.id())), currency)))
                .collect(Collectors.toList());
        var earlier = on(tallies, id -> !known.containsKey(id));
        if (!earlier.isEmpty()) {
            lines.add(new StepLine(EARLIER, "", sum(earlier, currency)));
        }
        return List.copyOf(lines);
    }

    private static List<SourceLine> sources(FunnelView funnel, List<StepTally> tallies, Currency currency) {
        return tallies.stream().collect(Collectors.groupingBy(StepTally::source)).entrySet().stream()
                .map(entry -> new SourceLine(
                        entry.getKey(), sourceTotals(funnel, entry.getKey(), entry.getValue(), currency)))
                .sorted(Comparator.<SourceLine>comparingLong(
                                line -> line.totals().revenue().minorUnits())
                        .thenComparingLong(line -> line.totals().visitors())
                        .reversed()
                        .thenComparing(line -> line.source().text()))
                .toList();
    }

    /** Readers whom an e-mail brought back come in by the page of the offer that it repeats: there they are the visitors. */
    private static FunnelTotals sourceTotals(
            FunnelView funnel, SourceKey source, List<StepTally> tallies, Currency currency) {
        var totals = totals(funnel, tallies, currency);
        if (source.kind() != SourceKind.EMAIL) {
            return totals;
        }
        long returned = sum(on(tallies, repeated(funnel)), currency).visitors();
        return new FunnelTotals(
                totals.visitors() + returned,
                totals.signUps(),
                totals.confirmed(),
                totals.orders(),
                totals.revenue(),
                totals.refunded());
    }

    private static Predicate<UUID> entry(FunnelView funnel) {
        return id -> !funnel.steps().isEmpty() && funnel.steps().getFirst().id().equals(id);
    }

    /** What e-mails lead to: the re-pitch, or the tripwire itself where there is none. Who comes in there is counted already. */
    private static Predicate<UUID> repeated(FunnelView funnel) {
        boolean hasRePitch =
                funnel.steps().stream().anyMatch(step -> step.kind().equals(RE_PITCH));
        return stepsOf(funnel, hasRePitch ? RE_PITCH : TRIPWIRE)
                .and(entry(funnel).negate());
    }

    private static Predicate<UUID> stepsOf(FunnelView funnel, String kind) {
        return id -> funnel.steps().stream()
                .anyMatch(step -> step.id().equals(id) && step.kind().equals(kind));
    }

    private static List<StepTally> on(List<StepTally> tallies, Predicate<UUID> step) {
        return tallies.stream().filter(tally -> step.test(tally.step())).toList();
    }

    private static Tally sum(List<StepTally> tallies, Currency currency) {
        return tallies.stream().map(StepTally::tally).reduce(Tally.nothing(currency), Tally::plus);
    }
}
