package app.backmatter.orders.payment.sandbox;

import app.backmatter.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's memory of what it gave back, which is never more than it charged. Committed at once, like its charges. */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SandboxRefunds {
    private final JdbcClient jdbc;

    SandboxRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the refund was written, as refused if the charge does not hold that much any more: false when its key is in
     * the books already. One that is refused takes nothing from its charge.
     */
    boolean enter(SandboxRefund refund) {
        try {
            write(refund);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Optional<SandboxRefund> byKey(String key) {
        return jdbc.sql("select * from sandbox_refunds where idempotency_key = :key")
                .param("key", key)
                .query(SandboxRefunds::refund)
                .optional();
    }

    private void write(SandboxRefund refund) {
        jdbc.sql("""
            with taken as (
                update sandbox_charges set refunded = refunded + :amount
                where id = :charge and :reason = '' and state = 'CHARGED' and currency = :currency
                  and refunded + :amount <= amount
                returning id)
            insert into sandbox_refunds (idempotency_key, id, charge, amount, currency, reason, known_from)
            select :key, :id, :charge, :amount, :currency,
                   case when :reason = '' and not exists (select from taken) then 'above_charge' else :reason end, :knownFrom
            """)
                .param("key", refund.idempotencyKey())
                .param("id", refund.id())
                .param("charge", refund.charge())
                .param("amount", refund.amount().minorUnits())
                .param("currency", refund.amount().currency().getCurrencyCode())
                .param("reason", refund.reason())
                .param("knownFrom", refund.knownFrom().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SandboxRefund refund(ResultSet row, int number) throws SQLException {
        return new SandboxRefund(
                row.getString("idempotency_key"),
                row.getString("id"),
                row.getString("charge"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                row.getObject("known_from", OffsetDateTime.class).toInstant());
    }
}
