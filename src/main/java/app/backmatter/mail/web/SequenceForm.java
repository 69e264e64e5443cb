package app.backmatter.mail.web;

import app.backmatter.mail.SequencePurpose;
import app.backmatter.pages.Typed;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new sequence as typed. */
record SequenceForm(@Nullable String name, @Nullable String purpose) {
    static final SequenceForm EMPTY = new SequenceForm("", SequencePurpose.NON_BUYERS.name());

    String cleanName() {
        return Typed.line(name);
    }

    Optional<SequencePurpose> chosenPurpose() {
        return Arrays.stream(SequencePurpose.values())
                .filter(known -> known.name().equals(purpose))
                .findFirst();
    }

    void check(Errors errors) {
        if (cleanName().isEmpty() || cleanName().length() > 100) {
            errors.rejectValue("name", "mail.error.name");
        }
        if (chosenPurpose().isEmpty()) {
            errors.rejectValue("purpose", "mail.error.purpose");
        }
    }
}
