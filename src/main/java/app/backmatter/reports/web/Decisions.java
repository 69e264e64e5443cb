package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.mail.MailHealth;
import app.backmatter.reports.Figures;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for its author: mails that failed, published funnels whose draft has moved on. */
@Component
class Decisions {
    private final Funnels funnels;
    private final MailHealth mails;

    Decisions(Funnels funnels, MailHealth mails) {
        this.funnels = funnels;
        this.mails = mails;
    }

    /** One of them: what to decide and where. */
    record Decision(String text, String href) {}

    /** Of the workspace in scope. */
    List<Decision> of(WorkspaceView workspace, Figures figures) {
        List<Decision> decisions = new ArrayList<>();
        long failed = mails.failedInWorkspace();
        if (failed > 0) {
            decisions.add(new Decision(
                    figures.text("reports.today.failed-mails", failed), "/w/" + workspace.slug() + "/mail"));
        }
        funnels.all().stream()
                .filter(FunnelView::hasUnpublishedChanges)
                .map(funnel -> new Decision(
                        figures.text("reports.today.changed-funnel", funnel.name()),
                        "/w/%s/funnels/%s".formatted(workspace.slug(), funnel.id())))
                .forEach(decisions::add);
        return List.copyOf(decisions);
    }
}
