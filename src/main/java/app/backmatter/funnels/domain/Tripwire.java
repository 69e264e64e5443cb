package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.OfferKind;
import app.backmatter.shared.Money;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A low-priced offer: right after the sign-up, or as the first page of a funnel that starts with it. */
public record Tripwire(
        UUID id,
        PageText page,
        @Nullable ProductId product,
        @Nullable Money price,
        @Nullable Money normalPrice,
        @Nullable OrderBump bump,
        @Nullable UUID onYes,
        @Nullable UUID onNo,
        Terms terms)
        implements CheckoutOffer {
    public Tripwire {
        terms = Objects.requireNonNullElse(terms, Terms.NONE);
    }

    /** In one currency alone. */
    public Tripwire(
            UUID id,
            PageText page,
            @Nullable ProductId product,
            @Nullable Money price,
            @Nullable Money normalPrice,
            @Nullable OrderBump bump,
            @Nullable UUID onYes,
            @Nullable UUID onNo) {
        this(id, page, product, price, normalPrice, bump, onYes, onNo, Terms.NONE);
    }

    @Override
    public OfferKind as() {
        return OfferKind.TRIPWIRE;
    }

    @Override
    public Tripwire withoutBump() {
        return new Tripwire(id, page, product, price, normalPrice, null, onYes, onNo, terms);
    }

    @Override
    public Tripwire at(Money given) {
        return new Tripwire(id, page, product, given, normalPrice, bump, onYes, onNo, terms);
    }
}
