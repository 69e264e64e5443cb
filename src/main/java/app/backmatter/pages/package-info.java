/** What every page stands on: Markdown made safe, the public address, errors in plain words, refusal of cross-site posts. */
@NullMarked
@ApplicationModule(
        displayName = "Pages",
        allowedDependencies = {})
package app.backmatter.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
