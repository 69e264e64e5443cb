package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What Stripe was asked in the workspace in scope. Each entry is committed before Stripe is asked. */
@Repository
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class StripeBooks {
    private final JdbcClient jdbc;

    StripeBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the charge was written: false when its key is in the books already. */
    boolean enter(StripeCharge charge) {
        return jdbc.sql("""
            insert into stripe_charges (idempotency_key, workspace_id, account_id, kind, body, request, object_id,
                                        intent_id, release, asked_at)
            values (:key, :workspace, :account, :kind, :body, :request, :object, '', :release, :askedAt)
            on conflict (idempotency_key, workspace_id) do nothing
            """)
                        .param("key", charge.key())
                        .param("workspace", WorkspaceScope.current().value())
                        .param("account", charge.account())
                        .param("kind", charge.kind().name())
                        .param("body", charge.body())
                        .param("request", charge.request())
                        .param("object", charge.object())
                        .param("release", charge.release())
                        .param("askedAt", charge.askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<StripeCharge> find(String key) {
        return jdbc.sql("select * from stripe_charges where idempotency_key = :key and workspace_id = :workspace")
                .param("key", key)
                .param("workspace", WorkspaceScope.current().value())
                .query(StripeBooks::charge)
                .optional();
    }

    /**
     * Whose payment it is and where it was asked for.
     *
     * @param account null for the installation's
     */
    record Asked(WorkspaceId workspace, @Nullable UUID account) {
        /** @param name as it stands in the address that Stripe calls */
        boolean by(String name) {
            return name.equals(account == null ? StripeAccounts.INSTALLATION : account.toString());
        }
    }

    /** In whatever workspace: Stripe knows but the key. */
    Optional<Asked> whereAsked(String key) {
        return jdbc.sql("select workspace_id, account_id from stripe_charges where idempotency_key = :key")
                .param("key", key)
                .query(StripeBooks::asked)
                .optional();
    }

    /** In whatever workspace: Stripe knows but the charge. */
    Optional<Asked> whereCharged(String intent) {
        return jdbc.sql("select workspace_id, account_id from stripe_charges where intent_id = :intent")
                .param("intent", intent)
                .query(StripeBooks::asked)
                .optional();
    }

    /** Stripe named what it made of a request, which is not needed any more. What was given up stays so. */
    StripeCharge name(StripeCharge charge, String object) {
        boolean named = jdbc.sql("""
            update stripe_charges set object_id = :object, request = ''
            where idempotency_key = :key and workspace_id = :workspace and kind <> 'ABANDONED'
            """)
                        .param("object", object)
                        .param("key", charge.key())
                        .param("workspace", WorkspaceScope.current().value())
                        .update()
                == 1;
        return named ? charge.named(object) : charge.givenUp();
    }

    /** Whether nothing that Stripe makes of the request counts any more: false when Stripe has named it. */
    boolean giveUp(StripeCharge charge) {
        return jdbc.sql("""
            update stripe_charges set kind = 'ABANDONED', request = ''
            where idempotency_key = :key and workspace_id = :workspace and object_id = ''
            """)
                        .param("key", charge.key())
                        .param("workspace", WorkspaceScope.current().value())
                        .update()
                == 1;
    }

    void paid(StripeCharge charge, String intent) {
        jdbc.sql("""
            update stripe_charges set intent_id = :intent
            where idempotency_key = :key and workspace_id = :workspace
            """)
                .param("intent", intent)
                .param("key", charge.key())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    Optional<StripeCharge> byIntent(String intent) {
        return jdbc.sql("select * from stripe_charges where intent_id = :intent and workspace_id = :workspace")
                .param("intent", intent)
                .param("workspace", WorkspaceScope.current().value())
                .query(StripeBooks::charge)
                .optional();
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)), row.getObject("account_id", UUID.class));
    }

    private static StripeCharge charge(ResultSet row, int number) throws SQLException {
        return new StripeCharge(
                row.getString("idempotency_key"),
                row.getObject("account_id", UUID.class),
                StripeCharge.Kind.valueOf(row.getString("kind")),
                row.getString("body"),
                row.getString("request"),
                row.getString("object_id"),
                row.getBoolean("release"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
