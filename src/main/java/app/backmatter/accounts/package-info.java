/** Accounts, workspaces and their members: who may sign in, where, and in which role. Binds the workspace of each page. */
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"database", "pages", "storage"})
package app.backmatter.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
