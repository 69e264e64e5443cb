package app.backmatter.mail;

import app.backmatter.pages.MailMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/** Whether mails can leave: {@code spring.mail.host} is set. Otherwise they are kept and shown. */
@Service
public class MailServer implements MailMode {
    private final ObjectProvider<JavaMailSender> sender;

    MailServer(ObjectProvider<JavaMailSender> sender) {
        this.sender = sender;
    }

    @Override
    public boolean isSet() {
        return sender.getIfAvailable() != null;
    }
}
