package app.backmatter.database;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Lets each module look at its settings, before the data folder is taken. */
@Order(0)
class SettingsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SpringFactoriesLoader.forDefaultResourceLocation(context.getClassLoader())
                .load(SettingsCheck.class)
                .forEach(check -> check.check(context.getEnvironment()));
    }
}
