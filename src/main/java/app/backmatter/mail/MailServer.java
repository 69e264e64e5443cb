package app.backmatter.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/** Whether mails can leave: {@code spring.mail.host} is set. Otherwise they are kept and shown. */
@Service
public class MailServer {
    private final ObjectProvider<JavaMailSender> sender;

    MailServer(ObjectProvider<JavaMailSender> sender) {
        this.sender = sender;
    }

    public boolean isSet() {
        return sender.getIfAvailable() != null;
    }
}
