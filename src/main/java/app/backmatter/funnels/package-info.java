/** Funnels as trees of steps, their immutable revisions, and the reader's way through one. */
@NullMarked
@ApplicationModule(
        displayName = "Funnels",
        allowedDependencies = {
            "database",
            "accounts",
            "pages",
            "storage",
            "books",
            "catalog",
            "audience",
            "mail",
            "orders",
            "links"
        })
package app.backmatter.funnels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
