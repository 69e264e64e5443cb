package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The Stripe accounts of workspaces, and the installation's. */
@Component
public class StripeAccounts {
    /** Stands for the installation in the address that Stripe calls. */
    static final String INSTALLATION = "installation";

    private final AccountRows rows;
    private final AccountsInUse inUse;
    private final SealedKeys keys;
    private final StripeSettings settings;
    private final PublicAddress address;
    private final TransactionOperations transaction;
    private final Clock clock;

    StripeAccounts(
            AccountRows rows,
            AccountsInUse inUse,
            SealedKeys keys,
            StripeSettings settings,
            PublicAddress address,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.inUse = inUse;
        this.keys = keys;
        this.settings = settings;
        this.address = address;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of the workspace in scope, as its owners see it. */
    public Optional<ConnectedAccount> connected() {
        return rows.inUse().map(row -> {
            var account = keys.open(row);
            return new ConnectedAccount(
                    row.test(),
                    row.secretEnd(),
                    row.webhookEnd(),
                    !account.secretKey().isEmpty(),
                    row.apiBase(),
                    webhookAddress(account));
        });
    }

    /** Stripe's own address for its interface, which hardly anybody changes. */
    public String usualApiBase() {
        return settings.apiBase().toString();
    }

    /**
     * Gives the workspace in scope an account. Keys of the other mode, or at another address, make another account: what
     * was begun with the former one is still settled there.
     *
     * @param secretKey empty to keep the present one
     * @param webhookSecret empty to keep the present one
     */
    public void connect(String secretKey, String webhookSecret, String apiBase) {
        change(() -> {
            var present = rows.inUse().orElse(null);
            if (present != null && isSame(present, secretKey, apiBase)) {
                rows.update(renewed(present, secretKey, webhookSecret));
            } else {
                rows.put(opened(secretKey, webhookSecret, apiBase));
            }
        });
    }

    /** The workspace in scope begins nothing with its keys any more; they go once what it had begun is settled. */
    public void disconnect() {
        change(() -> rows.retire(clock.instant()));
    }

    boolean hasOwn() {
        return WorkspaceScope.find().isPresent() && inUse.find().isPresent();
    }

    boolean isTest() {
        return (WorkspaceScope.find().isPresent() ? current() : installation()).isTest();
    }

    /** What the workspace in scope takes money with. */
    StripeAccount current() {
        return inUse.find().map(keys::open).orElseGet(this::installation);
    }

    /** @param id null for the installation's */
    StripeAccount get(@Nullable UUID id) {
        return id == null ? installation() : keys.open(rows.find(id).orElseThrow());
    }

    /** @param name as it stands in the address that Stripe calls */
    Optional<StripeAccount> named(String name) {
        if (name.equals(INSTALLATION)) {
            return Optional.of(installation());
        }
        try {
            return rows.find(UUID.fromString(name)).map(keys::open);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of all accounts with keys, as they stand in the addresses that Stripe calls. */
    List<String> names() {
        var own = rows.withKeys().stream().map(UUID::toString);
        var installations = settings.secretKey().isBlank() ? Stream.<String>empty() : Stream.of(INSTALLATION);
        return Stream.concat(own, installations).toList();
    }

    /** What Stripe is to call about an account; whole. */
    String webhookAddress(StripeAccount account) {
        return address.of("/webhooks/stripe/"
                + (account.id() == null ? INSTALLATION : account.id().toString()));
    }

    private void change(Runnable writes) {
        transaction.executeWithoutResult(status -> writes.run());
        inUse.forget();
    }

    private StripeAccount installation() {
        return new StripeAccount(
                null,
                null,
                settings.secretKey().strip(),
                settings.webhookSecret().strip(),
                settings.apiBase());
    }

    private static boolean isSame(AccountRow present, String secretKey, String apiBase) {
        return present.apiBase().equals(apiBase)
                && (secretKey.isEmpty() || StripeKeys.isTest(secretKey) == present.test());
    }

    private AccountRow opened(String secretKey, String webhookSecret, String apiBase) {
        var id = Ids.next();
        return new AccountRow(
                id,
                WorkspaceScope.current(),
                keys.secret(id, secretKey),
                StripeKeys.end(secretKey),
                keys.webhook(id, webhookSecret),
                StripeKeys.end(webhookSecret),
                StripeKeys.isTest(secretKey),
                apiBase,
                clock.instant());
    }

    private AccountRow renewed(AccountRow present, String secretKey, String webhookSecret) {
        var id = present.id();
        return new AccountRow(
                id,
                present.workspace(),
                secretKey.isEmpty() ? present.secretKey() : keys.secret(id, secretKey),
                secretKey.isEmpty() ? present.secretEnd() : StripeKeys.end(secretKey),
                webhookSecret.isEmpty() ? present.webhookSecret() : keys.webhook(id, webhookSecret),
                webhookSecret.isEmpty() ? present.webhookEnd() : StripeKeys.end(webhookSecret),
                present.test(),
                present.apiBase(),
                clock.instant());
    }
}
