package app.backmatter.audience;

import app.backmatter.audience.suppression.SuppressionStore;
import app.backmatter.shared.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The addresses that get no mail, of the workspace in scope. Whoever is on the list and suppressed may not be mailed,
 * whatever the person's status; no import or sign-up changes that. Joins the caller's transaction.
 */
@Service
public class Suppressions {
    private final SuppressionStore store;

    Suppressions(SuppressionStore store) {
        this.store = store;
    }

    /** Of one address the strongest reason stays. Its contact's history gets a line. */
    public void suppress(Collection<Suppression> suppressions) {
        store.suppress(suppressions);
    }

    /** In force now. */
    public Optional<Suppression> of(EmailAddress email) {
        return store.of(email);
    }

    /** When addresses were last lifted, of those that ever were: what happened before is forgiven. */
    public Map<EmailAddress, Instant> lifted(Collection<EmailAddress> emails) {
        return store.lifted(emails);
    }
}
