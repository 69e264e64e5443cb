package app.backmatter.funnels.passage;

import app.backmatter.audience.Audience;
import app.backmatter.funnels.ReaderConfirmed;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.mail.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The button behind the mailed link was pressed: the address is proven and the gift is due. */
@Component
public class ConfirmOptIn {
    private final Passages passages;
    private final Audience audience;
    private final HandOverGift handOverGift;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmOptIn(
            Passages passages,
            Audience audience,
            HandOverGift handOverGift,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.passages = passages;
        this.audience = audience;
        this.handOverGift = handOverGift;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** A second time changes nothing. Needs the passage's workspace in scope. */
    @Transactional
    public void confirm(Passage passage, PublishedRevision revision) {
        var at = clock.instant();
        if (passage.contact() == null || !passages.confirm(passage, at)) {
            return;
        }
        audience.confirm(Objects.requireNonNull(passage.contact()), at);
        handOverGift.to(passage, revision, at);
        outbox.queue(List.of(OptInLetters.giftAfterConfirmation(passage, at)));
        events.publishEvent(new ReaderConfirmed(
                passage.workspace(),
                passage.funnel(),
                passage.revision(),
                revision.content().funnel().entry().id(),
                passage.id(),
                at));
    }
}
