package app.backmatter.orders.payment.stripe;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks Stripe whether the workspace in scope can take money with keys. Changes nothing. */
@Component
public class CheckKeys {
    private final StripeAccounts accounts;
    private final StripeLine line;

    CheckKeys(StripeAccounts accounts, StripeLine line) {
        this.accounts = accounts;
        this.line = line;
    }

    /** Of the saved keys, in the order in which to mend them. */
    public List<Finding> check() {
        var account = accounts.current();
        return account.secretKey().isEmpty()
                ? List.of(Finding.bad("unreadable"))
                : line.check(account).findings(accounts.webhookAddress(account));
    }

    /** What keeps a key from being used, before it is saved; empty when nothing does. */
    public Optional<Finding> trouble(String secretKey, String apiBase) {
        return line.check(new StripeAccount(null, null, secretKey, "", URI.create(apiBase)))
                .trouble();
    }
}
