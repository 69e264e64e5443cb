package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.mail.MailHealth;
import app.backmatter.mail.SubjectsToChoose;
import app.backmatter.mail.WaitingMails;
import app.backmatter.pages.Format;
import app.backmatter.reports.Figures;
import app.backmatter.reports.web.Decisions.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What of the mails waits for their author, the many before the single ones. */
@Component
class MailDecisions {
    private final MailHealth health;
    private final SubjectsToChoose subjects;
    private final WaitingMails waiting;
    private final Format format;

    MailDecisions(MailHealth health, SubjectsToChoose subjects, WaitingMails waiting, Format format) {
        this.health = health;
        this.subjects = subjects;
        this.waiting = waiting;
        this.format = format;
    }

    /** Of the workspace in scope. */
    List<Decision> of(WorkspaceView workspace, Figures figures) {
        var mail = "/w/" + workspace.slug() + "/mail";
        List<Decision> decisions = new ArrayList<>();
        if (health.isStopped()) {
            decisions.add(new Decision(figures.text("reports.today.sending-stopped"), mail + "/health"));
        } else {
            waiting.broadcasts()
                    .forEach(one -> decisions.add(new Decision(waits(one, figures), broadcast(mail, one.broadcast()))));
        }
        subjects.waiting()
                .forEach(one -> decisions.add(new Decision(
                        figures.text("reports.today.choose-subject", one.subject()),
                        broadcast(mail, one.broadcast()))));
        count(health.failedInWorkspace(), "reports.today.failed-mails", mail + "?state=FAILED", figures, decisions);
        count(waiting.letters(), "reports.today.waiting-mails", mail + "?state=QUEUED", figures, decisions);
        return decisions;
    }

    private String waits(WaitingMails.Waiting one, Figures figures) {
        return one.since() == null
                ? figures.text("reports.today.waiting-broadcast.no-server", one.subject())
                : figures.text("reports.today.waiting-broadcast", one.subject(), format.dateTime(one.since()));
    }

    private static void count(long count, String words, String href, Figures figures, List<Decision> decisions) {
        if (count > 0) {
            decisions.add(new Decision(figures.text(words, count), href));
        }
    }

    private static String broadcast(String mail, UUID id) {
        return mail + "/broadcasts/" + id;
    }
}
