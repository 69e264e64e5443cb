package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts of the installation. */
@Repository
class Accounts {
    private static final String SELECT = "select id, email, name, password_hash, is_admin from accounts where ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean areNone() {
        return jdbc.sql("select not exists (select from accounts)")
                .query(Boolean.class)
                .single();
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + "id = ?")
                .param(id.value())
                .query(Accounts::map)
                .optional();
    }

    Optional<Account> find(EmailAddress email) {
        return jdbc.sql(SELECT + "email = ?")
                .param(email.value())
                .query(Accounts::map)
                .optional();
    }

    /** @return false when the address has an account already; then nothing changed */
    boolean add(Account account) {
        int added = jdbc.sql("""
            insert into accounts (id, email, name, password_hash, is_admin, created_at)
            values (:id, :email, :name, :hash, :admin, :now)
            on conflict (email) do nothing
            """)
                .param("id", account.id().value())
                .param("email", account.email().value())
                .param("name", account.name())
                .param("hash", account.passwordHash())
                .param("admin", account.isAdmin())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return added == 1;
    }

    void changePassword(AccountId id, String hash) {
        jdbc.sql("update accounts set password_hash = ? where id = ?")
                .params(hash, id.value())
                .update();
    }

    private static Account map(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getString("password_hash"),
                row.getBoolean("is_admin"));
    }
}
