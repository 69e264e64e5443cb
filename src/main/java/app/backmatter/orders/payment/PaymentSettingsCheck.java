package app.backmatter.orders.payment;

import app.backmatter.database.SettingsCheck;
import org.springframework.core.env.Environment;

class PaymentSettingsCheck implements SettingsCheck {
    @Override
    public void check(Environment environment) {
        PaymentProcessor.of(environment);
    }
}
