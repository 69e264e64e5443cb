package app.backmatter.mail.sequence;

import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts other words into a sequence's mails where nobody has changed those that they began with. */
@Service
@Transactional
public class RewordMails {
    private final SequenceSteps steps;
    private final EditSteps edit;

    RewordMails(SequenceSteps steps, EditSteps edit) {
        this.steps = steps;
        this.edit = edit;
    }

    /** @param after the new words of each mail, in the order of {@code before} */
    public void reword(SequenceId sequence, List<NewSequence.Mail> before, List<NewSequence.Mail> after) {
        after.forEach(WrittenMails::requireKnown);
        for (var step : steps.of(sequence)) {
            if (step.step() instanceof Step.Mail mail) {
                var reworded = mail;
                for (int number = 0; number < before.size(); number++) {
                    reworded = reword(reworded, before.get(number), after.get(number));
                }
                edit.change(sequence, step.id(), step.version(), reworded);
            }
        }
    }

    private static Step.Mail reword(Step.Mail mail, NewSequence.Mail before, NewSequence.Mail after) {
        var subject = mail.subject().equals(before.subject()) ? after.subject() : mail.subject();
        var blocks = mail.content().blocks().stream()
                .map(block ->
                        block.equals(new Block.Text(before.markdown())) ? new Block.Text(after.markdown()) : block)
                .toList();
        return new Step.Mail(subject, mail.preheader(), new MailContent(blocks));
    }
}
