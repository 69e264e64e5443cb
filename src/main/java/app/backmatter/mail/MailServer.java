package app.backmatter.mail;

import app.backmatter.pages.MailMode;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/** Whether mails can leave: {@code spring.mail.host} is set. Otherwise they are kept and shown. */
@Service
public class MailServer implements MailMode {
    private final JavaMailSenderImpl sender;

    MailServer(JavaMailSenderImpl sender) {
        this.sender = sender;
    }

    @Override
    public boolean isSet() {
        return StringUtils.hasText(sender.getHost());
    }
}
