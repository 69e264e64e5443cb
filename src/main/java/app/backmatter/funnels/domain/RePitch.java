package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.OfferKind;
import app.backmatter.shared.Money;
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
        @Nullable UUID onNo)
        implements CheckoutOffer {
    @Override
    public OfferKind as() {
        return OfferKind.TRIPWIRE;
    }

    @Override
    public RePitch withoutBump() {
        return new RePitch(id, page, product, price, normalPrice, null, onYes, onNo);
    }
}
