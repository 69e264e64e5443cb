/** Makes copies of PDFs and EPUBs that say whose they are: on each page, or on a page of their own. */
@NullMarked
@ApplicationModule(
        displayName = "Watermarks",
        allowedDependencies = {"database", "accounts", "storage"})
package app.backmatter.watermarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
