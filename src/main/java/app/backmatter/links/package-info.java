/** Short links that never die, the clicks on them, and the visitors behind the clicks, without cookies. */
@NullMarked
@ApplicationModule(
        displayName = "Links",
        allowedDependencies = {"database", "accounts", "pages"})
package app.backmatter.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
