package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountMailRequested;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Token;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Mails a link that sets a new password: one hour, once. Asking again replaces the link. */
@Service
public class RequestPasswordReset {
    private static final Duration VALID = Duration.ofHours(1);
    private static final RequestLimit PER_ACCOUNT = new RequestLimit("password-reset", 5, Duration.ofHours(1));

    private final Accounts accounts;
    private final RequestLimits limits;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    RequestPasswordReset(
            Accounts accounts,
            RequestLimits limits,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Returns at once, so that nobody can tell a known address by the time that the answer takes. The limit takes a
     * connection of its own and so stands before the transaction.
     */
    @Async
    public void request(EmailAddress email) {
        accounts.find(email)
                .filter(account -> limits.take(PER_ACCOUNT, account.id().toString()))
                .ifPresent(account -> transactions.executeWithoutResult(status -> send(account)));
    }

    private void send(Account account) {
        var token = Token.random();
        jdbc.sql("""
            insert into password_resets (account_id, token_hash, expires_at) values (:account, :hash, :expires)
            on conflict (account_id) do update set token_hash = :hash, expires_at = :expires
            """)
                .param("account", account.id().value())
                .param("hash", SecretHash.of(token))
                .param("expires", Timestamp.from(clock.instant().plus(VALID)))
                .update();
        events.publishEvent(new AccountMailRequested(
                AccountMailRequested.Kind.PASSWORD_RESET, account.email(), "/password-reset/" + token, ""));
    }
}
