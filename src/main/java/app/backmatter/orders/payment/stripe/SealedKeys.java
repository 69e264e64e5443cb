package app.backmatter.orders.payment.stripe;

import app.backmatter.storage.Secrets;
import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals the keys of accounts for the database, each for its own place there, and opens them again. */
@Component
class SealedKeys {
    private final Secrets secrets;

    SealedKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @param text empty stays empty */
    String secret(UUID account, String text) {
        return seal(secretPurpose(account), text);
    }

    /** @param text empty stays empty */
    String webhook(UUID account, String text) {
        return seal(webhookPurpose(account), text);
    }

    /** With empty keys where they can't be opened. */
    StripeAccount open(AccountRow row) {
        return new StripeAccount(
                row.id(),
                row.workspace(),
                secrets.open(secretPurpose(row.id()), row.secretKey()).orElse(""),
                secrets.open(webhookPurpose(row.id()), row.webhookSecret()).orElse(""),
                URI.create(row.apiBase()));
    }

    private String seal(String purpose, String text) {
        return text.isEmpty() ? "" : secrets.seal(purpose, text);
    }

    private static String secretPurpose(UUID id) {
        return "payment_accounts.secret_key:" + id;
    }

    private static String webhookPurpose(UUID id) {
        return "payment_accounts.webhook_secret:" + id;
    }
}
