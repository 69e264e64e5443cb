package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.FileOwner;
import app.backmatter.catalog.domain.FileOwner.OfEdition;

/**
 * Whose files a page is about, the same for products and editions.
 *
 * @param part of the workspace to which its pages belong
 * @param path before {@code /files} and {@code /links}
 * @param home the page that lists the files
 */
record FileShelf(FileOwner owner, String name, String part, String path, String home) {
    static FileShelf of(FileOwner owner, String name, String workspace) {
        var path = "/w/" + workspace + (owner instanceof OfEdition ? "/editions/" : "/products/") + owner.id();
        return owner instanceof OfEdition
                ? new FileShelf(owner, name, "books", path, path + "/files")
                : new FileShelf(owner, name, "products", path, path);
    }

    public boolean isOfEdition() {
        return owner instanceof OfEdition;
    }
}
