package app.backmatter.reports;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.reports.domain.ReadReports;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Funnel conversion across all workspaces, for who runs the installation and nobody else. */
@Service
public class Conversions {
    private final Workspaces workspaces;
    private final ReadReports reports;

    Conversions(Workspaces workspaces, ReadReports reports) {
        this.workspaces = workspaces;
        this.reports = reports;
    }

    /** Every funnel of every workspace, workspace by workspace. */
    public List<FunnelConversion> everywhere(Period period) {
        return workspaces.all().stream()
                .flatMap(workspace -> of(workspace, period))
                .toList();
    }

    /**
     * One funnel from within.
     *
     * @param slug the workspace's
     */
    public Optional<FunnelSteps> funnel(String slug, UUID funnel, Period period, Figures figures) {
        return workspaces
                .bySlug(slug)
                .flatMap(workspace -> WorkspaceScope.call(
                                workspace.id(), () -> reports.funnel(workspace, new FunnelId(funnel), period, null))
                        .map(report -> new FunnelSteps(
                                workspace, report.funnel().name(), new StepRows(report, figures).rows())));
    }

    private Stream<FunnelConversion> of(WorkspaceView workspace, Period period) {
        var totals = WorkspaceScope.call(workspace.id(), () -> reports.all(workspace, period));
        return totals.entrySet().stream()
                .map(entry -> new FunnelConversion(
                        workspace,
                        entry.getKey().id().value(),
                        entry.getKey().name(),
                        entry.getKey().published() != null,
                        entry.getValue()));
    }
}
