/** Contacts with their whole history: consents with text, time and origin, tags, and where they came from. */
@NullMarked
@ApplicationModule(
        displayName = "Audience",
        allowedDependencies = {"database", "accounts", "pages", "storage"})
package app.backmatter.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
