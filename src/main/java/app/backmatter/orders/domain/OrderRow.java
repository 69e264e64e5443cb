package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.ReceiptNumber;
import app.backmatter.orders.Tax;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an order, its payments and their lines from rows, and writes moments into them. */
final class OrderRow {
    /** The code that reduced a row of {@code orders}; empty for none. */
    static final String COUPON = """
        coalesce((select code from coupon_uses used
                  join payments reduced on reduced.id = used.payment_id and reduced.workspace_id = used.workspace_id
                  where reduced.order_id = orders.id and used.workspace_id = orders.workspace_id limit 1), '')
        """;

    private OrderRow() {}

    static Order order(ResultSet row) throws SQLException {
        var paidAt = instant(row, "paid_at");
        return new Order(
                new OrderId(row.getObject("id", UUID.class)),
                row.getObject("passage_id", UUID.class),
                row.getObject("funnel_id", UUID.class),
                source(row),
                requireInstant(row, "placed_at"),
                new Buyer(
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        new EmailAddress(row.getString("email")),
                        row.getString("reader_name"),
                        address(row)),
                rate(row),
                paidAt == null ? null : new Order.Paid(paidAt, row.getString("card"), row.getString("saved_card")),
                List.of());
    }

    static BuyerAddress address(ResultSet row) throws SQLException {
        return new BuyerAddress(row.getString("country"), row.getString("postal_code"), row.getString("address"));
    }

    /** Of the order's currency to the workspace's own. */
    static ExchangeRate rate(ResultSet row) throws SQLException {
        return ExchangeRate.ofMinorUnits(
                Currency.getInstance(row.getString("currency")),
                Currency.getInstance(row.getString("own_currency")),
                row.getBigDecimal("rate"));
    }

    /** Of a paid order. */
    static ReceiptNumber receipt(ResultSet row) throws SQLException {
        return new ReceiptNumber(row.getInt("receipt_year"), row.getLong("receipt_number"));
    }

    static Source source(ResultSet row) throws SQLException {
        return new Source(
                SourceKind.valueOf(row.getString("source_kind")),
                row.getObject("source_id", UUID.class),
                row.getString("source_label"));
    }

    static LineItem line(ResultSet row) throws SQLException {
        return new LineItem(
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("name"),
                OfferKind.valueOf(row.getString("kind")),
                row.getObject("step_id", UUID.class),
                money(row, "amount"),
                money(row, "discount"),
                new Tax(
                        money(row, "tax"),
                        row.getBoolean("tax_included"),
                        row.getInt("tax_rate"),
                        row.getString("tax_name")),
                row.getBoolean("chosen") ? LineItem.NamedBy.READER : LineItem.NamedBy.PAGE);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }

    static Payment payment(ResultSet row, Map<UUID, List<LineItem>> lines) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Payment(
                id,
                row.getObject("attempt_id", UUID.class),
                row.getInt("try_number"),
                row.getString("body_hash"),
                lines.getOrDefault(id, List.of()),
                money(row, "amount"),
                row.getBoolean("is_present"),
                requireInstant(row, "started_at"),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "STARTED" -> new Standing.Started();
            case "NEEDS_AUTHENTICATION" -> new Standing.NeedsAuthentication(row.getString("authentication_url"));
            case "CHARGED" ->
                new Standing.Charged(row.getString("gateway_reference"), requireInstant(row, "settled_at"));
            default -> new Standing.Declined(row.getString("reason"), requireInstant(row, "settled_at"));
        };
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Instant requireInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
