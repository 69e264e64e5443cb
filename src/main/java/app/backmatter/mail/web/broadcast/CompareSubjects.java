package app.backmatter.mail.web.broadcast;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.broadcast.SubjectFigures;
import app.backmatter.mail.broadcast.SubjectResult;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.TestStage;
import app.backmatter.shared.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the subjects of a broadcast did, for its author; the verdict itself counts anew. */
@Component
class CompareSubjects {
    private final SubjectFigures figures;
    private final CountedLately<Asked, List<SubjectResult>> counted = new CountedLately<>(
            results -> results.stream().mapToLong(SubjectResult::sent).sum());

    CompareSubjects(SubjectFigures figures) {
        this.figures = figures;
    }

    /** @param stage since what one was told before the verdict says nothing of it */
    private record Asked(WorkspaceId workspace, BroadcastId broadcast, TestStage stage) {}

    /** Of the first, then of the other. */
    List<SubjectResult> of(BroadcastDetails broadcast) {
        var asked = new Asked(
                WorkspaceScope.current(), broadcast.id(), broadcast.trial().stage());
        return counted.of(asked, () -> figures.of(broadcast.id()));
    }
}
