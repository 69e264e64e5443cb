package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a step anew with something changed, whatever its kind. */
final class Steps {
    private Steps() {}

    /** An offer of the same kind and id. A bump is kept only where a checkout can carry it. */
    static Offer of(
            Offer step,
            PageText page,
            @Nullable ProductId product,
            @Nullable Money price,
            @Nullable Money normalPrice,
            @Nullable OrderBump bump,
            @Nullable UUID onYes,
            @Nullable UUID onNo) {
        var id = step.id();
        return switch (step) {
            case Tripwire _ -> new Tripwire(id, page, product, price, normalPrice, bump, onYes, onNo);
            case RePitch _ -> new RePitch(id, page, product, price, normalPrice, bump, onYes, onNo);
            case Upsell _ -> new Upsell(id, page, product, price, normalPrice, onYes, onNo);
            case DownSell _ -> new DownSell(id, page, product, price, normalPrice, onYes, onNo);
            case CrossSell _ -> new CrossSell(id, page, product, price, normalPrice, onYes, onNo);
        };
    }

    /** The same step with other branches. */
    static Step leading(Step step, @Nullable UUID onYes, @Nullable UUID onNo) {
        return switch (step) {
            case OptIn it -> new OptIn(it.id(), it.page(), it.gift(), it.doubleOptIn(), it.consent(), onYes);
            case Offer it -> of(it, it.page(), it.product(), it.price(), it.normalPrice(), bump(it), onYes, onNo);
        };
    }

    static @Nullable OrderBump bump(Offer step) {
        return step instanceof CheckoutOffer checkout ? checkout.bump() : null;
    }
}
