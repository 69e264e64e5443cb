package app.backmatter.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Runs each module's migrations with a history of its own, lower modules first. Modulith's own runner does the same but
 * scans every class at start, which costs more than the migrations.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {
    private static final List<String> MODULES = List.of(
            "__root",
            "accounts",
            "storage",
            "links",
            "books",
            "catalog",
            "audience",
            "mail",
            "orders",
            "funnels",
            "reports");

    @Override
    public void migrate(Flyway flyway) {
        for (var module : MODULES) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_history_" + module.replace("__", ""))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }
}
