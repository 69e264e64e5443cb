package app.backmatter.mail.web.sequence;

import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.sequence.Step;
import app.backmatter.mail.web.content.BlockForm;
import app.backmatter.mail.web.content.Blocks;
import app.backmatter.pages.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A sequence's mail as typed.
 *
 * @param blocks by their places
 * @param removed the block that was taken away last
 * @param removedAt where it stood
 * @param version of the mail that was open
 */
record StepMailForm(
        @Nullable String subject,
        @Nullable String preheader,
        Map<String, BlockForm> blocks,
        @Nullable BlockForm removed,
        @Nullable String removedAt,
        @Nullable String version) {
    StepMailForm {
        blocks = Blocks.known(blocks);
    }

    static StepMailForm of(Step.Mail mail, int version) {
        return new StepMailForm(
                mail.subject(), mail.preheader(), Blocks.of(mail.content()), null, "", String.valueOf(version));
    }

    void check(Errors errors) {
        if (Typed.line(subject).length() > 200) {
            errors.rejectValue("subject", "mail.error.subject-long");
        }
        if (Typed.line(preheader).length() > 200) {
            errors.rejectValue("preheader", "mail.error.preheader");
        }
        Blocks.check(blocks, errors);
    }

    List<Block> shown() {
        return Blocks.shown(blocks);
    }

    /** Only after {@link #check} found nothing. */
    Step.Mail toMail(List<Block> changed) {
        return new Step.Mail(Typed.line(subject), Typed.line(preheader), new MailContent(changed));
    }

    int openedVersion() {
        return Typed.line(version).matches("[0-9]{1,9}") ? Integer.parseInt(Typed.line(version)) : -1;
    }
}
