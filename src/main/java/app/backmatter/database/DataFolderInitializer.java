package app.backmatter.database;

import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Takes the data folder before anything else starts, so that a second start ends at once and with one line, and lets the
 * database start while the application is put together.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class DataFolderInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.containsProperty("spring.datasource.url")) {
            var folder = Path.of(environment.getRequiredProperty("backmatter.data"));
            context.getBeanFactory()
                    .registerSingleton("startingDatabase", StartingDatabase.in(DataFolder.hold(folder)));
        }
    }
}
