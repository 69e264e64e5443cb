package app.backmatter.support;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.dkim.DkimKeys;
import org.springframework.stereotype.Component;

/** How a workspace's mails leave. */
@Component
public class SendingFixtures {
    private final DkimKeys keys;

    SendingFixtures(DkimKeys keys) {
        this.keys = keys;
    }

    /** One that was looked up and was not there. */
    public void signingKey(TestWorkspace workspace, String domain) {
        WorkspaceScope.run(workspace.id(), () -> {
            keys.make(domain);
            keys.check(keys.all().getFirst().id());
        });
    }
}
