package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Sets a new password by a mailed link, and signs the account out everywhere. */
@Service
public class ResetPassword {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final TransactionOperations transactions;

    ResetPassword(
            JdbcClient jdbc,
            Clock clock,
            Accounts accounts,
            PasswordEncoder passwords,
            FindByIndexNameSessionRepository<?> sessions,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    public boolean isOpen(String token) {
        return jdbc.sql("select exists (select from password_resets where token_hash = ? and expires_at > ?)")
                .params(SecretHash.of(token), Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** @return false when the link was used before, replaced, or is too old; then nothing changed */
    public boolean reset(String token, String password) {
        var hash = passwords.encode(password);
        var account = transactions.execute(_ -> change(token, hash));
        // once more: who came in by the old password while it was being changed
        account.ifPresent(
                id -> sessions.findByPrincipalName(id.toString()).keySet().forEach(sessions::deleteById));
        return account.isPresent();
    }

    /** The sessions go with the password or not at all, also when the process dies here. */
    private Optional<AccountId> change(String token, String hash) {
        var account = jdbc.sql("""
            delete from password_resets where token_hash = ? and expires_at > ? returning account_id
            """)
                .params(SecretHash.of(token), Timestamp.from(clock.instant()))
                .query((row, _) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
        account.ifPresent(id -> {
            accounts.changePassword(id, hash);
            jdbc.sql("delete from spring_session where principal_name = ?")
                    .param(id.toString())
                    .update();
        });
        return account;
    }
}
