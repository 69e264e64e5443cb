package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductUse;
import app.backmatter.pages.Use;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that other modules build on products. */
@Component
public class ProductUses {
    private final ObjectProvider<ProductUse> uses;

    ProductUses(ObjectProvider<ProductUse> uses) {
        this.uses = uses;
    }

    public List<Use> of(ProductId product) {
        return uses.stream().flatMap(use -> use.of(product).stream()).toList();
    }
}
