/** Books, their editions and covers, and the places in an edition that carry a link. */
@NullMarked
@ApplicationModule(
        displayName = "Books",
        allowedDependencies = {"database", "accounts", "pages", "storage", "links"})
package app.backmatter.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
