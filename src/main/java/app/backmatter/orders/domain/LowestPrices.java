package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Asking;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The lowest prices that readers were asked and paid in the last days, for one question to the database. Prices of the workspace in scope,
 * before coupons, which are for some readers only.
 */
@Component
public class LowestPrices {
    /** Directive 98/6/EC, article 6a. */
    private static final Duration LOOKS_BACK = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    LowestPrices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By step and currency; absent where nobody bought the product otherwise than from this step at this price. */
    public Map<UUID, Prices> beside(Collection<Asking> askings) {
        var lowest = new HashMap<UUID, Prices>();
        if (askings.isEmpty()) {
            return lowest;
        }
        jdbc.sql("""
            select asking.step, asking.currency, min(line.amount) as lowest
            from unnest(:steps, :products, :amounts, :currencies) as asking (step, product, amount, currency)
            join order_lines line on line.product_id = asking.product and line.currency = asking.currency
                 and line.workspace_id = :workspace and (line.step_id, line.amount) <> (asking.step, asking.amount)
                 and not line.chosen
            join payments on payments.id = line.payment_id and payments.workspace_id = line.workspace_id
                 and payments.state = 'CHARGED' and payments.settled_at > :since
            group by asking.step, asking.currency
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("since", OrderRow.utc(clock.instant().minus(LOOKS_BACK)))
                .param("steps", array("uuid", askings, Asking::step))
                .param(
                        "products",
                        array("uuid", askings, asking -> asking.product().value()))
                .param(
                        "amounts",
                        array("bigint", askings, asking -> asking.price().minorUnits()))
                .param(
                        "currencies",
                        array(
                                "text",
                                askings,
                                asking -> asking.price().currency().getCurrencyCode()))
                .query(row -> {
                    lowest.merge(
                            row.getObject("step", UUID.class),
                            Prices.of(Money.of(row.getLong("lowest"), row.getString("currency"))),
                            LowestPrices::together);
                });
        return lowest;
    }

    private static Prices together(Prices one, Prices other) {
        return new Prices(
                Stream.concat(one.amounts().stream(), other.amounts().stream()).toList());
    }

    private static SqlArrayValue array(String type, Collection<Asking> askings, Function<Asking, Object> value) {
        return new SqlArrayValue(type, askings.stream().map(value).toArray());
    }
}
