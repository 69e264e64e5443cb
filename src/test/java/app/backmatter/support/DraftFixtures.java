package app.backmatter.support;

import app.backmatter.audience.Addressed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.domain.BroadcastDraft;
import app.backmatter.mail.domain.SubjectTest;
import app.backmatter.mail.domain.WriteBroadcast;
import java.util.List;
import org.springframework.stereotype.Component;

/** Broadcasts as their authors write them. */
@Component
public class DraftFixtures {
    private final WriteBroadcast write;

    DraftFixtures(WriteBroadcast write) {
        this.write = write;
    }

    /** To everybody on the list. */
    public BroadcastId draft(TestWorkspace workspace, String subject, Block... blocks) {
        return draft(workspace, subject, SubjectTest.NONE, blocks);
    }

    /** With a second subject beside the first. */
    public BroadcastId draft(TestWorkspace workspace, String subject, SubjectTest test, Block... blocks) {
        var draft = new BroadcastDraft(subject, "", new MailContent(List.of(blocks)), Addressed.EVERYBODY, test);
        return WorkspaceScope.call(workspace.id(), () -> write.begin(draft));
    }
}
