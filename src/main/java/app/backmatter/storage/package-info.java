/** Uploaded files, kept outside of the database, and the signed links that hand them out. */
@NullMarked
@ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {"database", "pages"})
package app.backmatter.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
