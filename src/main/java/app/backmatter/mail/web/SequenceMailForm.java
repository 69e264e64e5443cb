package app.backmatter.mail.web;

import app.backmatter.mail.MergeFields;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.domain.SequenceMail;
import app.backmatter.pages.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** One mail of a sequence as typed. */
record SequenceMailForm(
        @Nullable String waitDays,
        @Nullable String subject,
        @Nullable String markdown,
        @Nullable String button) {
    static SequenceMailForm of(SequenceMail mail) {
        return new SequenceMailForm(Integer.toString(mail.waitDays()), mail.subject(), mail.markdown(), mail.button());
    }

    /** @param first the first mail may leave at once, later ones rather not */
    static SequenceMailForm empty(boolean first, String greeting) {
        return new SequenceMailForm(first ? "0" : "3", "", greeting, "");
    }

    void check(Errors errors) {
        if (!Typed.line(waitDays).matches("[0-9]{1,3}") || wait(waitDays) > 365) {
            errors.rejectValue("waitDays", "mail.error.wait");
        }
        if (Typed.line(subject).isEmpty() || Typed.line(subject).length() > 200) {
            errors.rejectValue("subject", "mail.error.subject");
        }
        if (Typed.text(markdown).isEmpty() || Typed.text(markdown).length() > 20_000) {
            errors.rejectValue("markdown", "mail.error.markdown");
        }
        if (Typed.line(button).length() > 60) {
            errors.rejectValue("button", "mail.error.button");
        }
        refuseUnknown("subject", Typed.line(subject), errors);
        refuseUnknown("markdown", Typed.text(markdown), errors);
    }

    /** Only after {@link #check} found nothing. */
    NewSequence.Mail toMail() {
        return new NewSequence.Mail(wait(waitDays), Typed.line(subject), Typed.text(markdown), Typed.line(button));
    }

    private static void refuseUnknown(String field, String text, Errors errors) {
        var unknown = MergeFields.OF_SEQUENCES.unknownIn(text);
        if (!unknown.isEmpty()) {
            errors.rejectValue(field, "mail.error.field", new Object[] {unknown}, null);
        }
    }

    private static int wait(@Nullable String days) {
        return Integer.parseInt(Typed.line(days));
    }
}
