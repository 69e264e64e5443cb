package app.backmatter.reports;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.reports.domain.ReadReports;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        return reports.all(workspaces.all(), period);
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
}
