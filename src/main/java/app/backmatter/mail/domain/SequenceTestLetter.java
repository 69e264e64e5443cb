package app.backmatter.mail.domain;

import app.backmatter.mail.SequenceId;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.mail.sequence.ShowStep;
import app.backmatter.mail.sequence.Step;
import app.backmatter.pages.Words;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A sequence's mail for its author's own eyes. One that is gone meanwhile is not sent. */
@Component
class SequenceTestLetter implements ComposedTemplate {
    static final String NAME = "sequence-test";
    private static final Step.Mail GONE = new Step.Mail("", "", MailContent.EMPTY);

    private final SequenceSteps steps;
    private final ShowStep show;
    private final Words words;

    SequenceTestLetter(SequenceSteps steps, ShowStep show, Words words) {
        this.steps = steps;
        this.show = show;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAnswer() {
        return true;
    }

    @Override
    public LaidOut.Filled compose(Claim claim, MailLinks.Links under) {
        var mail = show.fill(
                mail(claim.fields()).orElse(GONE), firstName(claim.fields().getOrDefault("name", "")));
        return new LaidOut.Filled(words.say("mail.test.subject", mail.subject()), mail.html(), mail.text());
    }

    @Override
    public boolean isWanted(Map<String, String> fields) {
        return mail(fields).isPresent();
    }

    private Optional<Step.Mail> mail(Map<String, String> fields) {
        return steps.find(
                        SequenceId.of(fields.getOrDefault("sequence", "")),
                        UUID.fromString(fields.getOrDefault("mail", "")))
                .map(step -> (Step.Mail) step.step());
    }

    private static String firstName(String name) {
        return name.strip().split("\\s+", 2)[0];
    }
}
