package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each part of a new funnel sells, asks and says: the author's own choice, else the product's price and ready words. */
record DraftParts(NewFunnel wanted, Map<ProductId, ProductView> products, Map<String, String> names, DraftWords words) {
    String consent() {
        var own = wanted.consent();
        return own == null ? words.consent() : own;
    }

    @Nullable
    Money rePitchPrice() {
        var first = price(FunnelPart.TRIPWIRE);
        return wanted.rePitchPrice() != null || first == null ? wanted.rePitchPrice() : RePitchPrice.after(first);
    }

    @Nullable
    OrderBump bump() {
        var product = product(FunnelPart.ORDER_BUMP);
        var price = price(FunnelPart.ORDER_BUMP);
        if (product == null || price == null) {
            return null;
        }
        var own = wanted.words().get(FunnelPart.ORDER_BUMP);
        var text = own == null ? words.bump(namesFor(FunnelPart.ORDER_BUMP)) : own.markdown();
        return new OrderBump(Ids.next(), product, price, text);
    }

    PageText page(FunnelPart part) {
        var own = wanted.words().get(part);
        return own == null
                ? words.page(wanted.template(), part, namesFor(part))
                : new PageText(own.headline(), own.markdown(), own.picture(), own.button(), own.noThanks());
    }

    private Map<String, String> namesFor(FunnelPart part) {
        var all = new HashMap<>(names);
        var product = product(part == FunnelPart.RE_PITCH ? FunnelPart.TRIPWIRE : part);
        var known = product == null ? null : products.get(product);
        if (known == null) {
            all.remove("product");
        } else {
            all.put("product", known.name());
        }
        return all;
    }

    boolean offers(FunnelPart part) {
        return wanted.offers().containsKey(part);
    }

    @Nullable
    ProductId product(FunnelPart part) {
        var offered = wanted.offers().get(part);
        return offered == null ? null : offered.product();
    }

    @Nullable
    Money price(FunnelPart part) {
        var offered = wanted.offers().get(part);
        if (offered == null || offered.price() != null) {
            return offered == null ? null : offered.price();
        }
        var id = offered.product();
        var product = id == null ? null : products.get(id);
        return product == null || product.isFree() ? null : product.price();
    }
}
