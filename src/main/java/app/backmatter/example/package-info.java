/** Fills a new workspace with a short handbook of our own, its editions, products and both funnels, when its author asks for it. */
@NullMarked
@ApplicationModule(
        displayName = "Example",
        allowedDependencies = {"database", "accounts", "storage", "books", "catalog", "links", "mail", "funnels"})
package app.backmatter.example;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
