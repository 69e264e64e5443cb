package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.Refund.Part;
import app.backmatter.orders.receipt.ReceiptStamp;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Writes refunds of orders of the workspace in scope. */
@Repository
class RefundWrites {
    private final JdbcClient jdbc;

    RefundWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OrderId order, Refund refund) {
        var terms = refund.terms();
        jdbc.sql("""
            with the_refund as (
                insert into refunds (id, workspace_id, order_id, payment_id, attempt_id, amount, currency, why,
                                     takes_back, asked_by, giver, state, asked_at, ask_at)
                values (:id, :workspace, :order, :payment, :attempt, :amount, :currency, :why,
                        :takesBack, :askedBy, :giver, 'ASKED', :askedAt, :askAt))
            insert into refund_lines (refund_id, line_id, workspace_id, amount, tax, own)
            select :id, part.line_id, :workspace, part.amount, part.tax, part.own
            from unnest(:lines, :amounts, :taxes, :owns) as part (line_id, amount, tax, own)
            """)
                .param("id", refund.id())
                .param("workspace", WorkspaceScope.current().value())
                .param("order", order.value())
                .param("payment", refund.payment())
                .param("attempt", terms.attempt())
                .param("amount", refund.amount().minorUnits())
                .param("currency", refund.amount().currency().getCurrencyCode())
                .param("why", terms.why())
                .param("takesBack", terms.takesBack())
                .param("askedBy", terms.askedBy())
                .param("giver", refund.giver().name())
                .param("askedAt", OrderRow.utc(refund.askedAt()))
                .param("askAt", OrderRow.utc(refund.askAt(refund.askedAt())))
                .param("lines", array("uuid", refund, Part::line))
                .param("amounts", array("bigint", refund, part -> part.amount().minorUnits()))
                .param("taxes", array("bigint", refund, part -> part.tax().minorUnits()))
                .param("owns", array("bigint", refund, part -> part.own().minorUnits()))
                .update();
    }

    /** Stores a refund's new standing. False when somebody else settled it meanwhile. */
    boolean update(Refund refund, Instant now) {
        var standing = refund.standing();
        return jdbc.sql("""
            update refunds set state = :state, reason = :reason, gateway_reference = :reference,
                   ask_at = :askAt, settled_at = :settledAt
            where id = :id and workspace_id = :workspace and settled_at is null
            """)
                        .param("id", refund.id())
                        .param("workspace", WorkspaceScope.current().value())
                        .param("state", state(standing))
                        .param("reason", standing instanceof RefundStanding.Refused refused ? refused.reason() : "")
                        .param("reference", reference(standing))
                        .param("askAt", refund.isOpen() ? OrderRow.utc(refund.askAt(now)) : null)
                        .param("settledAt", refund.isOpen() ? null : OrderRow.utc(now))
                        .update()
                == 1;
    }

    /** Has the processor asked again later, if nobody heard from it meanwhile. */
    void postpone(Refund refund, Instant now) {
        jdbc.sql("""
            update refunds set ask_at = :askAt
            where id = :id and workspace_id = :workspace and settled_at is null
            """)
                .param("askAt", OrderRow.utc(refund.askAt(now)))
                .param("id", refund.id())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    /**
     * Takes what went back off its order, and gives it the next number of the year for its credit note. The count stays
     * locked until the commit, so what takes long comes before.
     */
    void takeOff(OrderId order, Refund refund, ReceiptStamp stamp) {
        takeOff(order, refund.amount().minorUnits());
        jdbc.sql("""
            with numbered as (
                insert into credit_note_numbers (workspace_id, year, last) values (:workspace, :year, 1)
                on conflict (year, workspace_id) do update set last = credit_note_numbers.last + 1
                returning year, last)
            update refunds set credited_at = settled_at, credit_year = numbered.year, credit_number = numbered.last,
                   seller = :seller
            from numbered where id = :refund and refunds.workspace_id = :workspace
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("year", stamp.year())
                .param("seller", stamp.seller())
                .param("refund", refund.id())
                .update();
    }

    /** What had gone back is the author's again. */
    void undo(OrderId order, Refund undone) {
        if (!(undone.standing() instanceof RefundStanding.Refused(String reason, Instant at))) {
            throw new IllegalArgumentException("Refund " + undone.id() + " stands");
        }
        jdbc.sql("""
            update refunds set state = 'REFUSED', reason = :reason, gateway_reference = '', settled_at = :at
            where id = :id and workspace_id = :workspace
            """)
                .param("reason", reason)
                .param("at", OrderRow.utc(at))
                .param("id", undone.id())
                .param("workspace", WorkspaceScope.current().value())
                .update();
        takeOff(order, -undone.amount().minorUnits());
    }

    private void takeOff(OrderId order, long amount) {
        jdbc.sql("update orders set refunded = refunded + :amount where id = :order and workspace_id = :workspace")
                .param("amount", amount)
                .param("order", order.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    private static SqlArrayValue array(String type, Refund refund, Function<Part, Object> value) {
        return new SqlArrayValue(type, refund.parts().stream().map(value).toArray());
    }

    private static String reference(RefundStanding standing) {
        return switch (standing) {
            case RefundStanding.Pending(String reference) -> reference;
            case RefundStanding.Refunded(String reference, var _) -> reference;
            case RefundStanding.Asked _, RefundStanding.Refused _ -> "";
        };
    }

    private static String state(RefundStanding standing) {
        return switch (standing) {
            case RefundStanding.Asked _ -> "ASKED";
            case RefundStanding.Pending _ -> "PENDING";
            case RefundStanding.Refunded _ -> "REFUNDED";
            case RefundStanding.Refused _ -> "REFUSED";
        };
    }
}
