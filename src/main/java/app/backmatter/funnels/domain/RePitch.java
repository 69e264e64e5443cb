package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.OfferKind;
import app.backmatter.shared.Money;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tripwire's product again, at another price, for those who did not buy: reached from the non-buyers' sequence alone. */
public record RePitch(
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
    public RePitch {
        terms = Objects.requireNonNullElse(terms, Terms.NONE);
    }

    /** In one currency alone. */
    public RePitch(
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
    public RePitch withoutBump() {
        return new RePitch(id, page, product, price, normalPrice, null, onYes, onNo, terms);
    }

    @Override
    public RePitch at(Money given) {
        return new RePitch(id, page, product, given, normalPrice, bump, onYes, onNo, terms);
    }
}
