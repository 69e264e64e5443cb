package app.backmatter.catalog;

import app.backmatter.pages.Use;
import java.util.List;

/**
 * What needs products to stay: a sale, an offer. Other modules provide such beans; while any names something, the
 * product can be archived but not deleted.
 */
public interface ProductUse {
    List<Use> of(ProductId product);
}
