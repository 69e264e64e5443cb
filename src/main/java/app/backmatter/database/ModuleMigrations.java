package app.backmatter.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Runs each module's migrations with a history of its own, lower modules first, before anything reads the database (see
 * {@link ModuleMigrationsDetector}). Modulith's own runner does the same but scans every class at start, and Boot's sets
 * up a Flyway even where it has nothing to do; each costs more than the migrations.
 */
@Component
class ModuleMigrations implements InitializingBean {
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

    private final DataSource database;

    ModuleMigrations(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        if (!new ModuleHistories(database).isComplete(MODULES)) {
            migrate();
        }
    }

    private void migrate() {
        int changes = 0;
        for (var module : MODULES) {
            changes += Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration/" + module)
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
