package app.backmatter.mail.web.sequence;

import app.backmatter.mail.MergeFields;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequenceView;
import app.backmatter.mail.ShownMail;
import app.backmatter.mail.sequence.Placed;
import app.backmatter.mail.sequence.SequenceList;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.mail.sequence.Step;
import app.backmatter.mail.web.content.Composer;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A sequence's mail, for its pages. */
@Component
class StepMails {
    private final SequenceList sequences;
    private final SequenceSteps steps;
    private final Composer composer;

    StepMails(SequenceList sequences, SequenceSteps steps, Composer composer) {
        this.sequences = sequences;
        this.steps = steps;
        this.composer = composer;
    }

    SequenceView sequence(UUID id) {
        return sequences.find(new SequenceId(id)).orElseThrow(NotFound::new);
    }

    Placed find(UUID sequence, UUID mail) {
        return steps.find(new SequenceId(sequence), mail)
                .filter(step -> step.step() instanceof Step.Mail)
                .orElseThrow(NotFound::new);
    }

    Step.Mail mail(UUID sequence, UUID mail) {
        return (Step.Mail) find(sequence, mail).step();
    }

    /** The model knows its sequence and the mail. */
    Step.Mail show(UUID sequence, UUID id, Model model) {
        var step = find(sequence, id);
        model.addAttribute("sequence", sequence(sequence));
        model.addAttribute("step", step);
        model.addAttribute("mail", step.step());
        return (Step.Mail) step.step();
    }

    /** @param form as it is shown, which may be more than was saved */
    String edit(UUID sequence, UUID id, StepMailForm form, Model model, HttpServletResponse response) {
        ShownMail.allowIn(response);
        show(sequence, id, model);
        model.addAttribute("form", form);
        composer.show(
                Typed.line(form.subject()),
                Typed.line(form.preheader()),
                form.shown(),
                MergeFields.OF_SEQUENCES,
                model);
        return "mail/mails/edit";
    }
}
