package app.backmatter.support;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sets a mail server for the length of one test, as {@code spring.mail.host} does for good. */
public final class MailServerSwitch implements AutoCloseable {
    private final JavaMailSenderImpl sender;

    public MailServerSwitch(JavaMailSenderImpl sender, int port) {
        this.sender = sender;
        sender.setPort(port);
        sender.setHost("127.0.0.1");
    }

    @Override
    public void close() {
        sender.setHost("");
    }
}
