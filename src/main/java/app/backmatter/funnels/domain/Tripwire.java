package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.OfferKind;
import app.backmatter.shared.Money;
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
        @Nullable UUID onNo)
        implements CheckoutOffer {
    @Override
    public OfferKind as() {
        return OfferKind.TRIPWIRE;
    }

    @Override
    public Tripwire withoutBump() {
        return new Tripwire(id, page, product, price, normalPrice, null, onYes, onNo);
    }
}
