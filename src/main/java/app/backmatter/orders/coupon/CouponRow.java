package app.backmatter.orders.coupon;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.CouponId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a code from its row. */
final class CouponRow {
    private CouponRow() {}

    static Coupon coupon(ResultSet row) throws SQLException {
        var product = row.getObject("product_id", UUID.class);
        return new Coupon(
                new CouponId(row.getObject("id", UUID.class)),
                new CouponTerms(
                        row.getString("code"),
                        reduction(row),
                        product == null ? null : new ProductId(product),
                        row.getObject("funnel_id", UUID.class),
                        money(row, "minimum"),
                        Objects.requireNonNull(instant(row, "starts_at")),
                        instant(row, "ends_at"),
                        row.getObject("most_uses", Integer.class),
                        row.getObject("most_per_reader", Integer.class)),
                instant(row, "stopped_at"),
                row.getInt("uses"));
    }

    private static Reduction reduction(ResultSet row) throws SQLException {
        var percent = row.getObject("percent", Integer.class);
        return percent == null
                ? new Reduction.AmountOff(money(row, "amount"))
                : new Reduction.PercentOff(new Percent(percent));
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
