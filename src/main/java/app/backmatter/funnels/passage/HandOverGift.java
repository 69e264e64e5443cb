package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.orders.Orders;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes the gift the reader's own and begins the follow-up of who has not bought yet. Joins the caller's transaction. */
@Component
class HandOverGift {
    private final Orders orders;
    private final FollowUp followUp;

    HandOverGift(Orders orders, FollowUp followUp) {
        this.orders = orders;
        this.followUp = followUp;
    }

    void to(Passage passage, PublishedRevision revision, Instant at) {
        // absent when the person was erased meanwhile
        ContactId contact = passage.contact();
        if (contact != null && revision.content().funnel().entry() instanceof OptIn optIn) {
            if (optIn.gift() != null) {
                orders.grant(contact, optIn.gift(), at);
            }
            followUp.enterNonBuyers(passage, revision, contact, at);
        }
    }
}
