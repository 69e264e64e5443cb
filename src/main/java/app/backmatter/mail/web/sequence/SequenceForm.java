package app.backmatter.mail.web.sequence;

import app.backmatter.pages.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A sequence's name as typed. */
record SequenceForm(@Nullable String name) {
    String cleanName() {
        return Typed.line(name);
    }

    void check(Errors errors) {
        if (cleanName().isEmpty() || cleanName().length() > 100) {
            errors.rejectValue("name", "mail.error.name");
        }
    }
}
