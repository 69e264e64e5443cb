package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.receipt.ReceiptStamp;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes orders of the workspace in scope. A new order is one statement; so is each new standing of a payment. */
@Repository
class OrderWrites {
    private final JdbcClient jdbc;

    OrderWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new order with its one payment. False, and nothing stored, when the passage has an order already. */
    boolean add(Order order) {
        var payment = order.payments().getFirst();
        var buyer = order.buyer();
        var source = order.source();
        return PaymentStatement.with(jdbc.sql("""
            with the_order as (
                insert into orders (id, workspace_id, passage_id, funnel_id, contact_id, email, reader_name,
                                    country, postal_code, address, source_kind, source_id, source_label, currency,
                                    own_currency, rate, placed_at)
                values (:id, :workspace, :passage, :funnel, :contact, :email, :name,
                        :country, :postalCode, :address, :sourceKind, :sourceId, :sourceLabel, :currency,
                        :ownCurrency, :rate, :startedAt)
                on conflict (workspace_id, passage_id) do nothing
                returning id, workspace_id),
            the_payment as (%s),
            the_lines as (%s)
            select count(*) from the_order
            """.formatted(PaymentStatement.PAYMENT, PaymentStatement.LINES)), payment)
                        .param("id", order.id().value())
                        .param("workspace", WorkspaceScope.current().value())
                        .param("passage", order.passage())
                        .param("funnel", order.funnel())
                        .param("contact", buyer.contact().value())
                        .param("email", buyer.email().value())
                        .param("name", buyer.name())
                        .param("country", buyer.address().country())
                        .param("postalCode", buyer.address().postalCode())
                        .param("address", buyer.address().lines())
                        .param("sourceKind", source.kind().name())
                        .param("sourceId", source.id())
                        .param("sourceLabel", source.label())
                        .param("ownCurrency", order.rate().to().getCurrencyCode())
                        .param("rate", order.rate().ofMinorUnits())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Stores one more payment of a known order. */
    void add(Order order, Payment payment) {
        var buyer = order.buyer();
        var source = order.source();
        PaymentStatement.with(jdbc.sql("""
            with the_order as (
                update orders set contact_id = :contact, email = :email, reader_name = :name,
                       country = :country, postal_code = :postalCode, address = :address,
                       source_kind = :sourceKind, source_id = :sourceId, source_label = :sourceLabel,
                       currency = :currency, own_currency = :ownCurrency, rate = :rate
                where id = :id and workspace_id = :workspace
                returning id, workspace_id),
            the_payment as (%s)
            %s
            """.formatted(PaymentStatement.PAYMENT, PaymentStatement.LINES)), payment)
                .param("id", order.id().value())
                .param("workspace", WorkspaceScope.current().value())
                .param("contact", buyer.contact().value())
                .param("email", buyer.email().value())
                .param("name", buyer.name())
                .param("country", buyer.address().country())
                .param("postalCode", buyer.address().postalCode())
                .param("address", buyer.address().lines())
                .param("sourceKind", source.kind().name())
                .param("sourceId", source.id())
                .param("sourceLabel", source.label())
                .param("ownCurrency", order.rate().to().getCurrencyCode())
                .param("rate", order.rate().ofMinorUnits())
                .update();
    }

    /** Stores a payment's new standing. False when somebody else settled it meanwhile. */
    boolean update(Payment payment, Instant now) {
        var standing = payment.standing();
        return jdbc.sql("""
            update payments set state = :state, reason = :reason, authentication_url = :url,
                   gateway_reference = :reference, ask_at = :askAt, settled_at = :settledAt
            where id = :id and workspace_id = :workspace and settled_at is null
            """)
                        .param("id", payment.id())
                        .param("workspace", WorkspaceScope.current().value())
                        .param("state", state(standing))
                        .param("reason", standing instanceof Standing.Declined declined ? declined.reason() : "")
                        .param("url", standing instanceof Standing.NeedsAuthentication needed ? needed.url() : "")
                        .param("reference", standing instanceof Standing.Charged charged ? charged.reference() : "")
                        .param("askAt", payment.isOpen() ? OrderRow.utc(payment.askAt(now)) : null)
                        .param("settledAt", payment.isOpen() ? null : OrderRow.utc(now))
                        .update()
                == 1;
    }

    /**
     * Has the processor asked again later. False when somebody else heard from it meanwhile: what they wrote stands.
     */
    boolean postpone(Payment payment, Instant now) {
        return jdbc.sql("""
            update payments set ask_at = :askAt where id = :id and workspace_id = :workspace and state = :state
            """)
                        .param("askAt", OrderRow.utc(payment.askAt(now)))
                        .param("id", payment.id())
                        .param("workspace", WorkspaceScope.current().value())
                        .param("state", state(payment.standing()))
                        .update()
                == 1;
    }

    /**
     * Writes a charged payment into its order and gives its buyer what it was for, unless that is a present. The first
     * one gets the order the workspace's next number and its receipt the next of the year, always one after the other;
     * their rows stay locked until the commit: so this comes last in a transaction.
     *
     * @param payer the name of the order's buyer, if it has none so far; empty for nobody knows
     * @param stamp of the first payment's receipt; absent for all others
     */
    void updatePaid(Order order, Payment payment, String payer, Instant chargedAt, @Nullable ReceiptStamp stamp) {
        var paid = order.paid().orElseThrow();
        jdbc.sql("""
            with numbered as (
                insert into order_numbers (workspace_id, last) select :workspace, 1 where :first
                on conflict (workspace_id) do update set last = order_numbers.last + 1
                returning last),
            receipted as (
                insert into receipt_numbers (workspace_id, year, last) select :workspace, :year, 1 from numbered
                on conflict (year, workspace_id) do update set last = receipt_numbers.last + 1
                returning year, last),
            entitled as (
                insert into entitlements (id, workspace_id, contact_id, product_id, order_id, granted_at)
                select granted.id, :workspace, :contact, granted.product_id, :id, :chargedAt
                from unnest(:entitlements, :products) as granted (id, product_id) where not :present
                on conflict (contact_id, product_id, workspace_id) do update
                set order_id = excluded.order_id, granted_at = excluded.granted_at,
                    revoked_at = null, paused_at = null
                where entitlements.revoked_at is not null or entitlements.paused_at is not null)
            update orders set total = total + :amount, paid_at = :paidAt, card = :card, saved_card = :savedCard,
                   reader_name = case when reader_name = '' and email <> :erased then left(:payer, 120)
                                      else reader_name end,
                   number = coalesce(number, (select last from numbered)),
                   receipt_year = coalesce(receipt_year, (select year from receipted)),
                   receipt_number = coalesce(receipt_number, (select last from receipted)),
                   seller = case when :first then :seller else seller end
            where id = :id and workspace_id = :workspace
            """)
                .param("id", order.id().value())
                .param("workspace", WorkspaceScope.current().value())
                .param("contact", order.buyer().contact().value())
                .param("first", stamp != null)
                .param("year", stamp == null ? 0 : stamp.year())
                .param("seller", stamp == null ? "" : stamp.seller())
                .param("present", payment.isPresent())
                .param("entitlements", PaymentStatement.uuids(payment, line -> Ids.next()))
                .param(
                        "products",
                        PaymentStatement.uuids(payment, line -> line.product().value()))
                .param("amount", payment.amount().minorUnits())
                .param("chargedAt", OrderRow.utc(chargedAt))
                .param("paidAt", OrderRow.utc(paid.at()))
                .param("payer", payer)
                .param("erased", EmailAddress.ERASED.value())
                .param("card", paid.card())
                .param("savedCard", paid.savedCard())
                .update();
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Started _ -> "STARTED";
            case Standing.NeedsAuthentication _ -> "NEEDS_AUTHENTICATION";
            case Standing.Charged _ -> "CHARGED";
            case Standing.Declined _ -> "DECLINED";
        };
    }
}
