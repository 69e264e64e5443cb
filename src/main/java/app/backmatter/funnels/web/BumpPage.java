package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.ProductSnapshot;
import app.backmatter.funnels.domain.PublishedContent;
import org.jspecify.annotations.Nullable;

/** The tick box on a checkout. */
record BumpPage(String product, String price, String text) {
    static @Nullable BumpPage of(PublishedContent content, CheckoutOffer offer) {
        var bump = offer.bump();
        return bump == null
                ? null
                : content.product(bump.product())
                        .map(ProductSnapshot::name)
                        .map(name -> new BumpPage(name, bump.price().format(content.locale()), bump.text()))
                        .orElse(null);
    }
}
