package app.backmatter.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Runs each module's migrations with a history of its own, lower modules first. Modulith's own runner does the same but
 * scans every class at start, which costs more than the migrations.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {
    private static final Logger log = LoggerFactory.getLogger(ModuleMigrations.class);
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
        if (new ModuleHistories(flyway.getConfiguration().getDataSource()).isComplete(MODULES)) {
            return;
        }
        int changes = 0;
        for (var module : MODULES) {
            changes += Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + module)
                    // Boot's own, set where beans are worked out at build time, looks into all the folders at once
                    .resourceProvider(null)
                    .table(ModuleHistories.table(module))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        }
        if (changes > 0) {
            log.info("Brought the database up to date: {} changes of its tables", changes);
        }
    }
}
