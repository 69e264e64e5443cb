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

    /** One that DNS has: mails from there are signed. */
    public void signs(TestWorkspace workspace, String domain) {
        WorkspaceScope.run(workspace.id(), () -> {
            keys.make(domain);
            var key = keys.all().getFirst();
            TestDns.publish(
                    key.record().name(),
                    key.record().text().substring(0, 200),
                    key.record().text().substring(200));
            keys.check(key.id());
        });
    }
}
