package app.backmatter.orders.coupon;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.CouponId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes of the workspace in scope. */
@Repository
class CouponRows {
    private final JdbcClient jdbc;

    CouponRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Coupon> find(String code) {
        return jdbc.sql("select * from coupons where code = :code and workspace_id = :workspace")
                .param("code", code)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> CouponRow.coupon(row))
                .optional();
    }

    Optional<Coupon> find(CouponId id) {
        return jdbc.sql("select * from coupons where id = :id and workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> CouponRow.coupon(row))
                .optional();
    }

    /** Works now or will. */
    boolean anyOpen(Instant now) {
        return jdbc.sql("""
            select exists (select from coupons where workspace_id = :workspace and stopped_at is null
                           and (ends_at is null or ends_at > :now))
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("now", CouponRow.utc(now))
                .query(Boolean.class)
                .single();
    }

    /** Latest first. */
    List<CouponFigures> figures() {
        return figures("order by coupons.id desc", null);
    }

    Optional<CouponFigures> figures(CouponId id) {
        return figures("and coupons.id = :id", id.value()).stream().findFirst();
    }

    private List<CouponFigures> figures(String which, @Nullable UUID id) {
        return jdbc.sql("""
            select coupons.*, paid.times, coalesce(paid.brought, 0) as brought
            from coupons
            join lateral (
                select count(*) as times,
                       sum(round((payments.amount - coalesce(went_back.amount, 0)) * orders.rate))
                           filter (where orders.own_currency = coupons.currency) as brought
                from coupon_uses used
                join payments on payments.id = payment_id and payments.workspace_id = used.workspace_id
                     and state = 'CHARGED'
                join orders on orders.id = payments.order_id and orders.workspace_id = used.workspace_id
                left join lateral (
                    select sum(amount) as amount from refunds
                    where payment_id = payments.id and workspace_id = used.workspace_id and state = 'REFUNDED') went_back
                    on true
                where coupon_id = coupons.id and used.workspace_id = coupons.workspace_id) paid on true
            where coupons.workspace_id = :workspace
            """ + which)
                .param("workspace", WorkspaceScope.current().value())
                .param("id", id)
                .query((row, number) ->
                        new CouponFigures(CouponRow.coupon(row), row.getLong("times"), CouponRow.money(row, "brought")))
                .list();
    }

    /** False when another one has the code. */
    boolean add(CouponId id, CouponTerms terms, Instant now) {
        try {
            with(jdbc.sql("""
                insert into coupons (id, workspace_id, code, percent, amount, currency, product_id, funnel_id, minimum,
                                     starts_at, ends_at, most_uses, most_per_reader, created_at)
                values (:id, :workspace, :code, :percent, :amount, :currency, :product, :funnel, :minimum,
                        :startsAt, :endsAt, :mostUses, :mostPerReader, :now)
                """), id, terms).param("now", CouponRow.utc(now)).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** False when another one has the code. */
    boolean change(CouponId id, CouponTerms terms) {
        try {
            with(jdbc.sql("""
                update coupons set code = :code, percent = :percent, amount = :amount, currency = :currency,
                       product_id = :product, funnel_id = :funnel, minimum = :minimum, starts_at = :startsAt,
                       ends_at = :endsAt, most_uses = :mostUses, most_per_reader = :mostPerReader
                where id = :id and workspace_id = :workspace
                """), id, terms).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** @param stoppedAt absent to let it work again */
    void stop(CouponId id, @Nullable Instant stoppedAt) {
        jdbc.sql("update coupons set stopped_at = :at where id = :id and workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("at", stoppedAt == null ? null : CouponRow.utc(stoppedAt))
                .update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, CouponId id, CouponTerms terms) {
        var reduction = terms.reduction();
        return statement
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("code", terms.code())
                .param(
                        "percent",
                        reduction instanceof Reduction.PercentOff(Percent percent) ? percent.basisPoints() : null)
                .param("amount", reduction instanceof Reduction.AmountOff(Money amount) ? amount.minorUnits() : null)
                .param("currency", terms.minimum().currency().getCurrencyCode())
                .param(
                        "product",
                        terms.product() == null ? null : terms.product().value())
                .param("funnel", terms.funnel())
                .param("minimum", terms.minimum().minorUnits())
                .param("startsAt", CouponRow.utc(terms.startsAt()))
                .param("endsAt", terms.endsAt() == null ? null : CouponRow.utc(terms.endsAt()))
                .param("mostUses", terms.mostUses())
                .param("mostPerReader", terms.mostPerReader());
    }
}
