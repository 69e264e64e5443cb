package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.OfferKind;
import app.backmatter.shared.Money;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** After a no to an upsell: cheaper or smaller. */
public record DownSell(
        UUID id,
        PageText page,
        @Nullable ProductId product,
        @Nullable Money price,
        @Nullable Money normalPrice,
        @Nullable UUID onYes,
        @Nullable UUID onNo,
        Terms terms)
        implements Offer {
    public DownSell {
        terms = Objects.requireNonNullElse(terms, Terms.NONE);
    }

    /** In one currency alone. */
    public DownSell(
            UUID id,
            PageText page,
            @Nullable ProductId product,
            @Nullable Money price,
            @Nullable Money normalPrice,
            @Nullable UUID onYes,
            @Nullable UUID onNo) {
        this(id, page, product, price, normalPrice, onYes, onNo, Terms.NONE);
    }

    @Override
    public OfferKind as() {
        return OfferKind.DOWN_SELL;
    }
}
