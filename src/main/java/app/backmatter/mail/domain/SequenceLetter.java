package app.backmatter.mail.domain;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactView;
import app.backmatter.mail.MergeFields;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.Slots;
import app.backmatter.mail.sequence.ComposeStep;
import app.backmatter.mail.sequence.PauseSequence;
import app.backmatter.mail.sequence.SentSteps;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A sequence's mail in the words that it has when it leaves, with this reader's own name and links. */
@Component
class SequenceLetter implements LaidOutTemplate {
    private final ComposeStep composeStep;
    private final PauseSequence pause;
    private final SentSteps sent;
    private final Audience audience;

    SequenceLetter(ComposeStep composeStep, PauseSequence pause, SentSteps sent, Audience audience) {
        this.composeStep = composeStep;
        this.pause = pause;
        this.sent = sent;
        this.audience = audience;
    }

    @Override
    public String name() {
        return "sequence-mail";
    }

    @Override
    public LaidOut.Filled compose(Claim claim, MailLinks.Links under) {
        var firstName = audience.find(ContactId.of(claim.fields().getOrDefault("contact", "")))
                .map(ContactView::firstName)
                .orElse("");
        return composeStep.compose(
                claim.id(),
                claim.fields(),
                Map.of(
                        MergeFields.FIRST_NAME,
                        firstName,
                        Slots.UNSUBSCRIBE,
                        under.unsubscribe(),
                        Slots.PREFERENCES,
                        under.preferences()));
    }

    @Override
    public Optional<Instant> waitsUntil(Map<String, String> fields) {
        return pause.waitsUntil(SequenceId.of(fields.getOrDefault("sequence", "")));
    }

    @Override
    public void sent(Map<String, String> fields, Instant at) {
        sent.sent(fields, at);
    }
}
