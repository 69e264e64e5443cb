package app.backmatter.accounts.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Conventions;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pages, mails and jobs alike write numbers and dates as the workspace that they work for. */
@Component
class WorkspaceConventions implements Conventions {
    private final WorkspaceDirectory workspaces;

    WorkspaceConventions(WorkspaceDirectory workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Locale locale() {
        return inScope().map(WorkspaceView::locale).orElse(Locale.US);
    }

    @Override
    public ZoneId timeZone() {
        return inScope().map(WorkspaceView::timeZone).orElse(ZoneOffset.UTC);
    }

    private Optional<WorkspaceView> inScope() {
        return WorkspaceScope.find().flatMap(workspaces::find);
    }
}
