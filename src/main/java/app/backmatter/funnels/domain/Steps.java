package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.util.Optional;
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
            @Nullable UUID onNo,
            Terms terms) {
        var id = step.id();
        return switch (step) {
            case Tripwire _ -> new Tripwire(id, page, product, price, normalPrice, bump, onYes, onNo, terms);
            case RePitch _ -> new RePitch(id, page, product, price, normalPrice, bump, onYes, onNo, terms);
            case Upsell _ -> new Upsell(id, page, product, price, normalPrice, onYes, onNo, terms);
            case DownSell _ -> new DownSell(id, page, product, price, normalPrice, onYes, onNo, terms);
            case CrossSell _ -> new CrossSell(id, page, product, price, normalPrice, onYes, onNo, terms);
        };
    }

    /** The same step with other branches. */
    static Step leading(Step step, @Nullable UUID onYes, @Nullable UUID onNo) {
        return switch (step) {
            case OptIn it -> new OptIn(it.id(), it.page(), it.gift(), it.doubleOptIn(), it.consent(), onYes);
            case Offer it ->
                of(it, it.page(), it.product(), it.price(), it.normalPrice(), bump(it), onYes, onNo, it.terms());
        };
    }

    /** The same step with other words. */
    static Step saying(Step step, PageText page) {
        return switch (step) {
            case OptIn it -> new OptIn(it.id(), page, it.gift(), it.doubleOptIn(), it.consent(), it.onYes());
            case Offer it ->
                of(it, page, it.product(), it.price(), it.normalPrice(), bump(it), it.onYes(), it.onNo(), it.terms());
        };
    }

    /** The same offer at other prices. */
    static Offer asking(Offer step, @Nullable Money price, @Nullable Money normalPrice, @Nullable OrderBump bump) {
        return of(step, step.page(), step.product(), price, normalPrice, bump, step.onYes(), step.onNo(), step.terms());
    }

    static Optional<Tripwire> tripwire(FunnelContent funnel) {
        return only(funnel, Tripwire.class);
    }

    static Optional<RePitch> rePitch(FunnelContent funnel) {
        return only(funnel, RePitch.class);
    }

    private static <S extends Step> Optional<S> only(FunnelContent funnel, Class<S> kind) {
        return funnel.steps().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    static @Nullable OrderBump bump(Offer step) {
        return step instanceof CheckoutOffer checkout ? checkout.bump() : null;
    }
}
