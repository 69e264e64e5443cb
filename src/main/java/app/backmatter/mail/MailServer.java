package app.backmatter.mail;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.way.MailWays;
import app.backmatter.pages.MailMode;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/**
 * Whether mails can leave: {@code spring.mail.host} is set, or the workspace has a way of its own. Otherwise they are kept and
 * shown.
 */
@Service
public class MailServer implements MailMode {
    private final JavaMailSenderImpl sender;
    private final MailWays ways;

    MailServer(JavaMailSenderImpl sender, MailWays ways) {
        this.sender = sender;
        this.ways = ways;
    }

    @Override
    public boolean isSet() {
        return StringUtils.hasText(sender.getHost());
    }

    /** For the workspace in scope; outside of any as the installation's. */
    public boolean isSetHere() {
        return isSet() || WorkspaceScope.find().filter(ways::hasOwn).isPresent();
    }
}
