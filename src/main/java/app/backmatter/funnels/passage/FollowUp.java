package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.RePitch;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.mail.Enrolment;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.Sequences;
import app.backmatter.orders.Orders;
import app.backmatter.pages.PublicAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters readers into the sequences of their revision. Entering twice changes nothing. */
@Component
class FollowUp {
    private final Sequences sequences;
    private final Orders orders;
    private final PublicAddress address;

    FollowUp(Sequences sequences, Orders orders, PublicAddress address) {
        this.sequences = sequences;
        this.orders = orders;
        this.address = address;
    }

    void enterBuyers(Passage passage, PublishedRevision revision, ContactId buyer, Instant at) {
        var funnel = revision.content().funnel();
        if (funnel.buyers() != null) {
            enter(funnel.buyers(), passage, funnel, buyer, null, at);
        }
    }

    /** Nobody is pitched what they have. */
    void enterNonBuyers(Passage passage, PublishedRevision revision, ContactId contact, Instant at) {
        var funnel = revision.content().funnel();
        var pitched = pitch(funnel).map(Offer::product);
        boolean bought = passage.isPaid()
                || pitched.filter(orders.notForSaleTo(contact)::contains).isPresent();
        if (funnel.nonBuyers() != null && !bought) {
            enter(
                    funnel.nonBuyers(),
                    passage,
                    funnel,
                    contact,
                    pitched.map(ProductId::value).orElse(null),
                    at);
        }
    }

    private void enter(
            SequenceId sequence,
            Passage passage,
            FunnelContent funnel,
            ContactId contact,
            @Nullable UUID pitched,
            Instant at) {
        var own = address.of("/r/" + passage.proof());
        var offer = pitch(funnel)
                .map(step -> own + "/steps/" + step.id() + Reader.via(sequence))
                .orElse(own);
        var fields = Map.of(
                "first_name",
                passage.firstName(),
                "gift_link",
                own + "/gift",
                "offer_link",
                offer,
                "library_link",
                orders.libraryUrl(contact));
        sequences.enter(new Enrolment(sequence, contact, pitched, fields, at));
    }

    /** What non-buyers are offered again: at the re-pitch's price, or else the tripwire itself. */
    private static Optional<Offer> pitch(FunnelContent funnel) {
        return Stream.of(RePitch.class, Tripwire.class)
                .flatMap(kind -> funnel.steps().stream().filter(kind::isInstance))
                .map(Offer.class::cast)
                .filter(offer -> offer.product() != null)
                .findFirst();
    }
}
