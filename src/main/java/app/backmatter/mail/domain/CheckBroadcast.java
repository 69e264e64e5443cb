package app.backmatter.mail.domain;

import app.backmatter.mail.MergeFields;
import app.backmatter.mail.content.CheckMail;
import app.backmatter.mail.content.Problem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Looks for what must be mended before a broadcast can leave, in the workspace in scope. */
@Service
public class CheckBroadcast {
    private final CheckMail check;

    CheckBroadcast(CheckMail check) {
        this.check = check;
    }

    /** Nothing when it can leave. */
    List<Problem> problems(BroadcastDraft draft) {
        var found = new ArrayList<>(check.problems(draft.subject(), draft.preheader(), draft.content()));
        found.addAll(ofTest(draft.subject(), draft.test()));
        return found;
    }

    /** What is wrong with the second subject alone. */
    public List<Problem> ofTest(String subject, SubjectTest test) {
        var found = new ArrayList<>(check.line("otherSubject", test.subject(), MergeFields.OF_BROADCASTS));
        if (test.isOn() && test.subject().equals(subject)) {
            found.add(Problem.at("otherSubject", "mail.problem.same-subject"));
        }
        return found;
    }
}
