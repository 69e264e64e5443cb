package app.backmatter.database;

import java.nio.file.Path;
import org.springframework.aot.AotDetector;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Takes the data folder before anything else starts, so that a second start ends at once and with one line, and lets the
 * database start while the application is put together. An image brings none and has to be told of one.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class DataFolderInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.getProperty("spring.datasource.url", "").isBlank()) {
            return;
        }
        if (AotDetector.useGeneratedArtifacts()) {
            throw new StartRefused("This image brings no database: set SPRING_DATASOURCE_URL to a PostgreSQL 18, "
                    + "such as jdbc:postgresql://host:5432/backmatter, and SPRING_DATASOURCE_USERNAME and _PASSWORD.");
        }
        var folder = Path.of(environment.getRequiredProperty("backmatter.data"));
        context.getBeanFactory().registerSingleton("startingDatabase", StartingDatabase.in(DataFolder.hold(folder)));
    }
}
