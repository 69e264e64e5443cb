/** Where data lives: the embedded PostgreSQL, migrations of all modules in order, and the workspace in scope. Knows nothing of the domain. */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
package app.backmatter.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
