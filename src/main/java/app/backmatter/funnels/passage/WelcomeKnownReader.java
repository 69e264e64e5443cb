package app.backmatter.funnels.passage;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.ReaderConfirmed;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedRevision;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the gift over to who had confirmed before, or need not. Off the request, so that a known address takes as long
 * as an unknown one. The transactions begin inside of the workspace's scope, which entities are filtered by.
 */
@Component
class WelcomeKnownReader {
    private final Passages passages;
    private final Revisions revisions;
    private final HandOverGift handOverGift;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WelcomeKnownReader(
            Passages passages,
            Revisions revisions,
            HandOverGift handOverGift,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.passages = passages;
        this.revisions = revisions;
        this.handOverGift = handOverGift;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener
    void on(GiftsDue due) {
        due.gifts()
                .forEach(gift -> WorkspaceScope.run(
                        gift.workspace(),
                        () -> passages.find(gift.workspace(), gift.passage()).ifPresent(this::welcome)));
    }

    private void welcome(Passage passage) {
        var revision = revisions.get(passage.workspace(), passage.revision());
        transactions.executeWithoutResult(status -> {
            handOverGift.to(passage, revision, clock.instant());
            reportAsConfirmed(passage, revision);
        });
    }

    private void reportAsConfirmed(Passage passage, PublishedRevision revision) {
        var entry = revision.content().funnel().entry();
        if (entry instanceof OptIn optIn && optIn.doubleOptIn()) {
            events.publishEvent(new ReaderConfirmed(
                    passage.workspace(),
                    passage.funnel(),
                    passage.revision(),
                    entry.id(),
                    passage.id(),
                    clock.instant()));
        }
    }
}
