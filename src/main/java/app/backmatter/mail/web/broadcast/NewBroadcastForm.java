package app.backmatter.mail.web.broadcast;

import app.backmatter.pages.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new broadcast as typed. */
record NewBroadcastForm(@Nullable String subject) {
    void check(Errors errors) {
        if (Typed.line(subject).isEmpty() || Typed.line(subject).length() > 200) {
            errors.rejectValue("subject", "mail.error.subject");
        }
    }
}
