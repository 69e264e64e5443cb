package app.backmatter.orders.web;

import app.backmatter.orders.DownloadGroup;
import app.backmatter.orders.domain.Delivery.Owned;
import app.backmatter.storage.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One owned product as the library shows it.
 *
 * @param picture the address of its picture, if it has one
 */
record Shelf(String name, String description, @Nullable String picture, List<DownloadGroup> groups) {
    static List<Shelf> of(List<Owned> owned) {
        return owned.stream().map(Shelf::of).toList();
    }

    private static Shelf of(Owned owned) {
        var product = owned.product();
        return new Shelf(
                product.name(),
                product.description(),
                product.picture() == null ? null : Files.mediaPath(product.picture()) + "?w=480",
                owned.groups());
    }
}
