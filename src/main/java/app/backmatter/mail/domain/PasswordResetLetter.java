package app.backmatter.mail.domain;

import app.backmatter.mail.LetterTemplate;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets the owner of an account choose a new password. */
@Component
class PasswordResetLetter implements LetterTemplate {
    private final Words words;
    private final PublicAddress address;

    PasswordResetLetter(Words words, PublicAddress address) {
        this.words = words;
        this.address = address;
    }

    @Override
    public String name() {
        return "password-reset";
    }

    @Override
    public Written write(Map<String, String> fields) {
        return new Written(
                words.say("mail.password-reset.subject"),
                words.say("mail.password-reset.body"),
                words.say("mail.password-reset.button"),
                address.of(fields.getOrDefault("path", "/")));
    }
}
