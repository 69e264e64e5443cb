/** Products that come after the book, their prices with history, and their files. */
@NullMarked
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"database", "accounts", "pages", "storage", "watermarks", "books"})
package app.backmatter.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
