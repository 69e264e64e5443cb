package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.orders.Orders;
import java.time.Instant;
import java.util.Objects;
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
        if (revision.content().funnel().entry() instanceof OptIn optIn) {
            ContactId contact = Objects.requireNonNull(passage.contact(), "a sign-up has a contact");
            if (optIn.gift() != null) {
                orders.grant(contact, optIn.gift(), at);
            }
            followUp.enterNonBuyers(passage, revision, contact, at);
        }
    }
}
