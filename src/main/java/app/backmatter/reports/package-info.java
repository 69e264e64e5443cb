/** The read side: what each step of each funnel brought, fed by events and always a ratio of sums. */
@NullMarked
@ApplicationModule(
        displayName = "Reports",
        allowedDependencies = {
            "database",
            "accounts",
            "pages",
            "links",
            "books",
            "catalog",
            "audience",
            "mail",
            "orders",
            "funnels"
        })
package app.backmatter.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
