package app.backmatter.reports.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.reports.FunnelTotals;
import app.backmatter.reports.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reports of a workspace, whose scope must be bound. */
@Component
public class ReadReports {
    private final Funnels funnels;
    private final TallyReader tallies;

    ReadReports(Funnels funnels, TallyReader tallies) {
        this.funnels = funnels;
        this.tallies = tallies;
    }

    /** @param source narrows steps and totals to readers from there; absent for all */
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

    /** All funnels with their totals, in the funnels' order. */
    public Map<FunnelView, FunnelTotals> all(WorkspaceView workspace, Period period) {
        Map<UUID, List<StepTally>> byFunnel = tallies.ofAll(workspace.id(), period, workspace.currency()).stream()
                .collect(Collectors.groupingBy(StepTally::funnel, Collectors.toCollection(ArrayList::new)));
        Map<FunnelView, FunnelTotals> totals = new LinkedHashMap<>();
        for (var funnel : funnels.all()) {
            var own = byFunnel.getOrDefault(funnel.id().value(), List.of());
            totals.put(funnel, FunnelReport.totals(funnel, own, workspace.currency()));
        }
        return totals;
    }
}
