package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets a new password by a mailed link, and signs the account out everywhere. */
@Service
public class ResetPassword {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final PasswordEncoder passwords;

    ResetPassword(JdbcClient jdbc, Clock clock, Accounts accounts, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    public boolean isOpen(String token) {
        return jdbc.sql("select exists (select from password_resets where token_hash = ? and expires_at > ?)")
                .params(SecretHash.of(token), Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** @return false when the link was used before, replaced, or is too old; then nothing changed */
    @Transactional
    public boolean reset(String token, String password) {
        var account = jdbc.sql("""
            delete from password_resets where token_hash = ? and expires_at > ? returning account_id
            """)
                .params(SecretHash.of(token), Timestamp.from(clock.instant()))
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
        account.ifPresent(id -> {
            accounts.changePassword(id, passwords.encode(password));
            signOutEverywhere(id);
        });
        return account.isPresent();
    }

    /** With the password or not at all. A session that is being opened at this moment ends at its first page. */
    private void signOutEverywhere(AccountId id) {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(id.toString())
                .update();
    }
}
