package app.backmatter.mail.web.sequence;

import app.backmatter.pages.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new mail of a sequence as typed. */
record NewMailForm(@Nullable String subject) {
    void check(Errors errors) {
        if (Typed.line(subject).isEmpty() || Typed.line(subject).length() > 200) {
            errors.rejectValue("subject", "mail.error.subject");
        }
    }
}
