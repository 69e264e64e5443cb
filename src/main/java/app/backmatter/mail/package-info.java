/** Messages from outbox to mail server, and the sequences that write them over time. */
@NullMarked
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"database", "accounts", "pages", "storage", "links", "audience"})
package app.backmatter.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
