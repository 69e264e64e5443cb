package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.OfferKind;
import app.backmatter.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One click after the payment: something related. */
public record CrossSell(
        UUID id,
        PageText page,
        @Nullable ProductId product,
        @Nullable Money price,
        @Nullable Money normalPrice,
        @Nullable UUID onYes,
        @Nullable UUID onNo)
        implements Offer {
    @Override
    public OfferKind as() {
        return OfferKind.CROSS_SELL;
    }
}
