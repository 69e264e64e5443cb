package app.backmatter.catalog;

/**
 * Something that needs a product to stay: a sale, an offer. Other modules provide such beans; while any says yes the
 * product can be archived but not deleted.
 */
public interface ProductUse {
    boolean isUsed(ProductId product);
}
