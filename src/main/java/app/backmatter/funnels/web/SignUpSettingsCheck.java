package app.backmatter.funnels.web;

import app.backmatter.database.SettingsCheck;
import org.springframework.core.env.Environment;

/** The limit's bean is made by the first sign-up only. */
class SignUpSettingsCheck implements SettingsCheck {
    @Override
    public void check(Environment environment) {
        SettingsCheck.count(environment, "backmatter.sign-ups-per-network", 0);
    }
}
