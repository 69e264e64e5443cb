package app.backmatter.orders.payment.sandbox;

import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's memory. Each entry is committed at once, as an outside processor's would be. */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SandboxBooks {
    private final JdbcClient jdbc;

    SandboxBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the charge was written: false when its key is in the books already. */
    boolean enter(SandboxCharge charge) {
        return jdbc.sql("""
            insert into sandbox_charges (idempotency_key, body, id, card, amount, currency, description, return_path,
                                         release, state, reason, asked_at, silent_until)
            values (:key, :body, :id, :card, :amount, :currency, :description, :returnPath,
                    :release, :state, :reason, :askedAt, :silentUntil)
            on conflict (idempotency_key) do nothing
            """)
                        .param("key", charge.idempotencyKey())
                        .param("body", charge.body())
                        .param("id", charge.id())
                        .param("card", charge.card().name())
                        .param("amount", charge.amount().minorUnits())
                        .param("currency", charge.amount().currency().getCurrencyCode())
                        .param("description", charge.description())
                        .param("returnPath", charge.returnPath())
                        .param("release", charge.release())
                        .param("state", charge.state().name())
                        .param("reason", charge.reason())
                        .param("askedAt", utc(charge.askedAt()))
                        .param("silentUntil", utc(charge.silentUntil()))
                        .update()
                == 1;
    }

    Optional<SandboxCharge> byKey(String key) {
        return jdbc.sql("select * from sandbox_charges where idempotency_key = :key")
                .param("key", key)
                .query(SandboxBooks::charge)
                .optional();
    }

    Optional<SandboxCharge> byId(String id) {
        return jdbc.sql("select * from sandbox_charges where id = :id")
                .param("id", id)
                .query(SandboxBooks::charge)
                .optional();
    }

    /** The reader was at the bank's page. The first answer counts, and none that comes too late. */
    void answer(String id, boolean approved, Instant notAskedBefore) {
        jdbc.sql("""
            update sandbox_charges
            set state = case when :approved and not release then 'CHARGED' else 'REFUSED' end,
                reason = case when not :approved then 'authentication_refused' when release then :released else '' end
            where id = :id and state = 'WAITING' and asked_at > :notAskedBefore
            """)
                .param("approved", approved)
                .param("released", ChargeRequest.RELEASED)
                .param("id", id)
                .param("notAskedBefore", utc(notAskedBefore))
                .update();
    }

    void refuseWaiting(String key) {
        jdbc.sql("""
            update sandbox_charges set state = 'REFUSED', reason = :reason
            where idempotency_key = :key and state = 'WAITING'
            """).param("reason", SandboxCharge.ABANDONED).param("key", key).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static SandboxCharge charge(ResultSet row, int number) throws SQLException {
        return new SandboxCharge(
                row.getString("idempotency_key"),
                row.getString("body"),
                row.getString("id"),
                TestCard.valueOf(row.getString("card")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("description"),
                row.getString("return_path"),
                row.getBoolean("release"),
                SandboxCharge.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("silent_until", OffsetDateTime.class).toInstant());
    }
}
