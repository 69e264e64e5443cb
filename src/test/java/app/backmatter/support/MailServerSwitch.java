package app.backmatter.support;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sets a mail server for the length of one test, as {@code spring.mail.host} does for good. */
public final class MailServerSwitch implements AutoCloseable {
    private static final String NAME = "mailSenderOfTest";
    private final DefaultListableBeanFactory beans;

    public MailServerSwitch(DefaultListableBeanFactory beans, int port) {
        this.beans = beans;
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
        beans.registerSingleton(NAME, sender);
    }

    @Override
    public void close() {
        beans.destroySingleton(NAME);
    }
}
