package app.backmatter.mail.domain;

import app.backmatter.mail.LetterTemplate;
import app.backmatter.pages.PublicAddress;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lets the owner of an account choose a new password. */
@Component
class PasswordResetLetter implements LetterTemplate {
    private final MessageSource messages;
    private final PublicAddress address;

    PasswordResetLetter(MessageSource messages, PublicAddress address) {
        this.messages = messages;
        this.address = address;
    }

    @Override
    public String name() {
        return "password-reset";
    }

    @Override
    public Written write(Map<String, String> fields) {
        return new Written(
                text("mail.password-reset.subject"),
                text("mail.password-reset.body"),
                text("mail.password-reset.button"),
                address.of(fields.getOrDefault("path", "/")));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
