package app.backmatter.funnels.passage;

import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.ProductSnapshot;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.pages.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sold and for how much: as the reader's revision says, whatever the browser sends. */
public final class Lines {
    private Lines() {}

    public static LineItem of(Reader reader, Offer offer) {
        if (offer.product() == null || offer.price() == null) {
            throw new NotFound();
        }
        var line = new LineItem(offer.product(), name(reader, offer.product()), offer.as(), offer.id(), offer.price());
        return offer.least().isPresent() ? line.asChosen() : line;
    }

    /** @param withBump without effect on a checkout that has none */
    public static List<LineItem> of(Reader reader, CheckoutOffer offer, boolean withBump) {
        var main = of(reader, (Offer) offer);
        var bump = offer.bump();
        if (bump == null || !withBump) {
            return List.of(main);
        }
        var added = new LineItem(
                bump.product(), name(reader, bump.product()), OfferKind.ORDER_BUMP, offer.id(), bump.price());
        return List.of(main, added);
    }

    private static String name(Reader reader, @Nullable ProductId product) {
        return reader.content().product(product).map(ProductSnapshot::name).orElseThrow(NotFound::new);
    }
}
