/** Orders with lines and payments, and what they entitle to: the reader's downloads and library. */
@NullMarked
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {"database", "accounts", "pages", "storage", "audience", "catalog", "watermarks", "mail"})
package app.backmatter.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
