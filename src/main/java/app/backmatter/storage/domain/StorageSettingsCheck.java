package app.backmatter.storage.domain;

import app.backmatter.database.SettingsCheck;
import org.springframework.core.env.Environment;

class StorageSettingsCheck implements SettingsCheck {
    @Override
    public void check(Environment environment) {
        var secret = environment.getProperty("backmatter.secret", "");
        if (!secret.isEmpty()) {
            SigningKey.requireLong(secret);
        }
        S3Settings.of(environment);
    }
}
