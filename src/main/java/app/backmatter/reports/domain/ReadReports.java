package app.backmatter.reports.domain;

import static java.util.stream.Collectors.groupingBy;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelOutline;
import app.backmatter.funnels.Funnels;
import app.backmatter.reports.FunnelConversion;
import app.backmatter.reports.FunnelTotals;
import app.backmatter.reports.Period;
import app.backmatter.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What funnels brought: one from within, or many as wholes. */
@Component
public class ReadReports {
    private final Funnels funnels;
    private final TallyReader tallies;
    private final TotalsReader totals;
    private final CurrencyReader currencies;

    ReadReports(Funnels funnels, TallyReader tallies, TotalsReader totals, CurrencyReader currencies) {
        this.funnels = funnels;
        this.tallies = tallies;
        this.totals = totals;
        this.currencies = currencies;
    }

    /**
     * One funnel of the workspace, whose scope must be bound.
     *
     * @param source narrows steps and totals to readers from there; absent for all
     */
    public Optional<FunnelReport> funnel(
            WorkspaceView workspace, FunnelId funnel, Period period, @Nullable SourceKey source) {
        Predicate<SourceKey> chosen = source == null ? any -> true : source::equals;
        return funnels.find(funnel)
                .map(view -> FunnelReport.of(
                        view,
                        tallies.ofFunnel(workspace.id(), funnel.value(), period, workspace.currency()),
                        chosen,
                        workspace.currency()));
    }

    /** What readers of the funnel paid in which currency, the best first; as {@link #funnel} counts. */
    public List<SoldIn> currencies(
            WorkspaceView workspace, FunnelId funnel, Period period, @Nullable SourceKey source) {
        return currencies.ofFunnel(workspace.id(), funnel.value(), period, source, workspace.currency());
    }

    /** All funnels of these workspaces, workspace by workspace, in the funnels' order. Asks for all of them at once. */
    public List<FunnelConversion> all(List<WorkspaceView> workspaces, Period period) {
        var outlines = funnels
                .outlines(workspaces.stream().map(WorkspaceView::id).toList())
                .stream()
                .collect(groupingBy(FunnelOutline::workspace));
        var steps = totals.of(workspaces, period).stream().collect(groupingBy(StepTotals::funnel));
        return workspaces.stream()
                .flatMap(workspace -> outlines.getOrDefault(workspace.id(), List.of()).stream()
                        .map(funnel -> conversion(
                                workspace,
                                funnel,
                                steps.getOrDefault(funnel.id().value(), List.of()))))
                .toList();
    }

    private static FunnelConversion conversion(WorkspaceView workspace, FunnelOutline funnel, List<StepTotals> steps) {
        return new FunnelConversion(
                workspace,
                funnel.id().value(),
                funnel.name(),
                funnel.isPublished(),
                new FunnelTotals(
                        sum(on(steps, step -> step.equals(funnel.entry())), StepTotals::visitors),
                        sum(on(steps, funnel.optIns()::contains), StepTotals::takers),
                        sum(on(steps, funnel.optIns()::contains), StepTotals::confirmed),
                        sum(steps.stream(), StepTotals::orders),
                        new Money(sum(steps.stream(), StepTotals::revenue), workspace.currency()),
                        new Money(sum(steps.stream(), StepTotals::refunded), workspace.currency())));
    }

    private static Stream<StepTotals> on(List<StepTotals> steps, Predicate<UUID> such) {
        return steps.stream().filter(step -> such.test(step.step()));
    }

    private static long sum(Stream<StepTotals> steps, ToLongFunction<StepTotals> figure) {
        return steps.mapToLong(figure).sum();
    }
}
