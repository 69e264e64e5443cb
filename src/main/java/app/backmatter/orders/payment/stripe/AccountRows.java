package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRows {
    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the workspace in scope. */
    Optional<AccountRow> inUse() {
        return jdbc.sql("select * from payment_accounts where workspace_id = :workspace and retired_at is null")
                .param("workspace", WorkspaceScope.current().value())
                .query(AccountRows::account)
                .optional();
    }

    /** Of whatever workspace: Stripe knows but the address that it was given. */
    Optional<AccountRow> find(UUID id) {
        return jdbc.sql("select * from payment_accounts where id = :id")
                .param("id", id)
                .query(AccountRows::account)
                .optional();
    }

    /** Of all workspaces. */
    List<UUID> withKeys() {
        return jdbc.sql("select id from payment_accounts where secret_key <> ''")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** In the workspace in scope, in the place of the one in use; that one stays for what was begun with it. */
    void put(AccountRow account) {
        retire(account.connectedAt());
        write("""
            insert into payment_accounts (id, workspace_id, secret_key, secret_end, webhook_secret, webhook_end, test,
                                          api_base, connected_at)
            values (:id, :workspace, :secret, :secretEnd, :webhook, :webhookEnd, :test, :apiBase, :connectedAt)
            """, account);
    }

    void update(AccountRow account) {
        write("""
            update payment_accounts set secret_key = :secret, secret_end = :secretEnd, webhook_secret = :webhook,
                   webhook_end = :webhookEnd, test = :test, api_base = :apiBase, connected_at = :connectedAt
            where id = :id and workspace_id = :workspace
            """, account);
    }

    void retire(Instant at) {
        jdbc.sql("""
            update payment_accounts set retired_at = :at where workspace_id = :workspace and retired_at is null
            """)
                .param("at", utc(at))
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    /** Takes the keys from retired accounts of all workspaces that have no payment to settle any more. */
    void wipeRetired() {
        jdbc.sql("""
            update payment_accounts a set secret_key = '', webhook_secret = ''
            where retired_at is not null and (secret_key <> '' or webhook_secret <> '')
              and not exists (
                select from stripe_charges c
                join payments p on p.id::text = c.idempotency_key and p.workspace_id = c.workspace_id
                where c.account_id = a.id and c.workspace_id = a.workspace_id and p.settled_at is null)
            """).update();
    }

    private void write(String sql, AccountRow account) {
        jdbc.sql(sql)
                .param("id", account.id())
                .param("workspace", account.workspace().value())
                .param("secret", account.secretKey())
                .param("secretEnd", account.secretEnd())
                .param("webhook", account.webhookSecret())
                .param("webhookEnd", account.webhookEnd())
                .param("test", account.test())
                .param("apiBase", account.apiBase())
                .param("connectedAt", utc(account.connectedAt()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AccountRow account(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                row.getObject("id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                row.getString("secret_key"),
                row.getString("secret_end"),
                row.getString("webhook_secret"),
                row.getString("webhook_end"),
                row.getBoolean("test"),
                row.getString("api_base"),
                row.getObject("connected_at", OffsetDateTime.class).toInstant());
    }
}
