package app.backmatter.mail.domain;

import app.backmatter.database.SettingsCheck;
import org.springframework.core.env.Environment;

class MailSettingsCheck implements SettingsCheck {
    @Override
    public void check(Environment environment) {
        SettingsCheck.count(environment, "backmatter.mail.per-second", 1);
    }
}
