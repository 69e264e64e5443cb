package app.backmatter.reports;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.reports.domain.ReadReports;
import java.util.List;
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

    private Stream<FunnelConversion> of(WorkspaceView workspace, Period period) {
        var totals = WorkspaceScope.call(workspace.id(), () -> reports.all(workspace, period));
        return totals.entrySet().stream()
                .map(entry -> new FunnelConversion(
                        workspace, entry.getKey().name(), entry.getKey().published() != null, entry.getValue()));
    }
}
