package app.backmatter.orders.coupon;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.CouponRefusal;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.EmailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the uses of codes. The row of a code stays locked from its use to the commit, so that the last one is taken once. */
@Component
public class CouponUses {
    private final JdbcClient jdbc;

    CouponUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Coupon.Use of(CouponId coupon, UUID passage, @Nullable ContactId reader) {
        return jdbc.sql("""
            select coalesce(bool_or(passage_id = :passage), false) as held,
                   count(*) filter (where contact_id = :reader) as by_reader
            from coupon_uses
            where coupon_id = :coupon and workspace_id = :workspace
              and (passage_id = :passage or contact_id = :reader)
            """)
                .param("coupon", coupon.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("passage", passage)
                .param("reader", reader == null ? null : reader.value())
                .query((row, number) -> new Coupon.Use(row.getBoolean("held"), row.getInt("by_reader")))
                .single();
    }

    /**
     * Takes a use for a payment, within the transaction that stores the payment, which must be undone when it is refused.
     * The window was looked at when the price was shown.
     */
    public Optional<CouponRefusal> take(CouponId coupon, UUID payment, UUID passage, ContactId reader, Instant now) {
        if (!count(coupon)) {
            return Optional.of(CouponRefusal.USED_UP);
        }
        return note(coupon, payment, passage, reader, now)
                ? Optional.empty()
                : Optional.of(CouponRefusal.USED_BY_READER);
    }

    /** The payment came to nothing. A second time changes nothing. */
    public void giveBack(UUID payment) {
        jdbc.sql("""
            with given as (
                delete from coupon_uses where payment_id = :payment and workspace_id = :workspace returning coupon_id)
            update coupons set uses = uses - 1 from given where id = coupon_id and workspace_id = :workspace
            """)
                .param("payment", payment)
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    /** Latest first, those that are open among them. */
    List<CouponUse> latest(CouponId coupon, int limit) {
        return jdbc.sql("""
            select order_id, number, email, reader_name, used_at, payments.amount, payments.currency,
                   (select sum(discount) from order_lines line
                    where line.payment_id = payments.id and line.workspace_id = payments.workspace_id) as discount
            from coupon_uses used
            join payments on payments.id = payment_id and payments.workspace_id = used.workspace_id
            join orders on orders.id = order_id and orders.workspace_id = used.workspace_id
            where coupon_id = :coupon and used.workspace_id = :workspace
            order by payment_id desc limit :limit
            """)
                .param("coupon", coupon.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("limit", limit)
                .query((row, number) -> new CouponUse(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getObject("number", Long.class),
                        new EmailAddress(row.getString("email")),
                        row.getString("reader_name"),
                        Objects.requireNonNull(CouponRow.instant(row, "used_at")),
                        CouponRow.money(row, "discount"),
                        CouponRow.money(row, "amount")))
                .list();
    }

    private boolean count(CouponId coupon) {
        return jdbc.sql("""
            update coupons set uses = uses + 1
            where id = :coupon and workspace_id = :workspace and (most_uses is null or uses < most_uses)
            """)
                        .param("coupon", coupon.value())
                        .param("workspace", WorkspaceScope.current().value())
                        .update()
                == 1;
    }

    /** A statement of its own, so that it sees what whoever held the row before has written. */
    private boolean note(CouponId coupon, UUID payment, UUID passage, ContactId reader, Instant now) {
        return jdbc.sql("""
            insert into coupon_uses (payment_id, workspace_id, coupon_id, code, contact_id, passage_id, used_at)
            select :payment, workspace_id, id, code, :reader, :passage, :now from coupons
            where id = :coupon and workspace_id = :workspace
              and (most_per_reader is null or most_per_reader > (
                  select count(*) from coupon_uses own
                  where own.coupon_id = :coupon and own.contact_id = :reader and own.workspace_id = :workspace))
            """)
                        .param("coupon", coupon.value())
                        .param("workspace", WorkspaceScope.current().value())
                        .param("payment", payment)
                        .param("passage", passage)
                        .param("reader", reader.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
