package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that ready words put in for their fields; a field without a name stays out. */
record DraftNames(Stock stock) {
    /** For the letters: the product is the tripwire's. */
    Map<String, String> of(FunnelContent funnel) {
        var names = new HashMap<String, String>();
        names.put("author", stock.workspace().name());
        var book = stock.book(funnel);
        if (book != null) {
            names.put("book", book.title());
        }
        put(names, "gift", funnel.entry() instanceof OptIn optIn ? optIn.gift() : null);
        put(names, "product", Steps.tripwire(funnel).map(Offer::product).orElse(null));
        return names;
    }

    /** For a page: the product is its own. */
    Map<String, String> of(FunnelContent funnel, Step step) {
        var names = new HashMap<>(of(funnel));
        names.remove("product");
        put(names, "product", step instanceof Offer offer ? offer.product() : null);
        return names;
    }

    private void put(Map<String, String> names, String field, @Nullable ProductId id) {
        var product = id == null ? null : stock.products().get(id);
        if (product != null) {
            names.put(field, product.name());
        }
    }
}
