package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Charge;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.OrderView;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Paid orders of the workspace in scope as others see them: two statements for any number of them. */
@Component
public class OrderViews {
    private final JdbcClient jdbc;

    OrderViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<OrderView> find(OrderId id) {
        return views("and id = :key", id.value()).stream().findFirst();
    }

    public List<Money> earned(Collection<OrderId> ids) {
        return jdbc.sql(Earnings.BY_CURRENCY.formatted("orders.id = any(:ids)"))
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid", ids.stream().map(OrderId::value).toArray()))
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> Money.of(row.getLong("value"), row.getString("currency")))
                .list();
    }

    public Optional<UUID> attemptThatPaid(OrderId id) {
        return jdbc.sql("""
            select attempt_id from payments
            where order_id = :order and workspace_id = :workspace and state = 'CHARGED'
            order by started_at, id limit 1
            """)
                .param("order", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .query(UUID.class)
                .optional();
    }

    /** Latest first. */
    public List<OrderView> of(ContactId contact) {
        return views("and contact_id = :key order by number desc limit 200", contact.value());
    }

    /** Latest first. */
    public List<OrderView> latest(int limit) {
        return views("order by number desc limit :key", limit);
    }

    public Set<Charge> wereCharged(Collection<Charge> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
            select product, amount, currency from unnest(:products, :amounts, :currencies) as asked (product, amount, currency)
            where exists (
                select from order_lines line
                join payments on payments.id = payment_id and payments.workspace_id = line.workspace_id
                where line.workspace_id = :workspace and product_id = asked.product and state = 'CHARGED'
                  and line.amount = asked.amount and line.discount = 0 and line.currency = asked.currency
                  and not line.chosen)
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param(
                        "products",
                        array("uuid", asked, charge -> charge.product().value()))
                .param(
                        "amounts",
                        array("bigint", asked, charge -> charge.price().minorUnits()))
                .param(
                        "currencies",
                        array("text", asked, charge -> charge.price().currency().getCurrencyCode()))
                .query((row, number) -> new Charge(
                        new ProductId(row.getObject("product", UUID.class)),
                        Money.of(row.getLong("amount"), row.getString("currency"))))
                .set();
    }

    private static SqlArrayValue array(String type, Collection<Charge> asked, Function<Charge, Object> value) {
        return new SqlArrayValue(type, asked.stream().map(value).toArray());
    }

    private List<OrderView> views(String condition, Object key) {
        var workspace = WorkspaceScope.current().value();
        var lines = new HashMap<UUID, List<LineItem>>();
        var orders = jdbc.sql("""
            select orders.*, %s as coupon from orders
            where workspace_id = :workspace and number is not null %s
            """.formatted(OrderRow.COUPON, condition))
                .param("workspace", workspace)
                .param("key", key)
                .query((row, number) -> view(row, lines))
                .list();
        if (!orders.isEmpty()) {
            readLines(orders.stream().map(order -> order.id().value()).toList(), workspace, lines);
        }
        return orders;
    }

    private void readLines(List<UUID> orders, UUID workspace, Map<UUID, List<LineItem>> lines) {
        jdbc.sql("""
            select order_id, order_lines.* from order_lines
            join payments on payments.id = payment_id and payments.workspace_id = order_lines.workspace_id
            where order_lines.workspace_id = :workspace and order_id in (:orders) and state = 'CHARGED'
            order by settled_at, payment_id, position
            """).param("workspace", workspace).param("orders", orders).query(row -> {
            lines.computeIfAbsent(row.getObject("order_id", UUID.class), id -> new ArrayList<>())
                    .add(OrderRow.line(row));
        });
    }

    private static OrderView view(ResultSet row, Map<UUID, List<LineItem>> lines) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new OrderView(
                new OrderId(id),
                row.getLong("number"),
                OrderRow.receipt(row),
                row.getObject("funnel_id", UUID.class),
                new ContactId(row.getObject("contact_id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("reader_name"),
                OrderRow.address(row),
                lines.computeIfAbsent(id, none -> new ArrayList<>()),
                Money.of(row.getLong("total"), row.getString("currency")),
                Money.of(row.getLong("refunded"), row.getString("currency")),
                OrderRow.rate(row),
                row.getString("coupon"),
                row.getString("card"),
                row.getString("seller"),
                OrderRow.source(row),
                OrderRow.requireInstant(row, "paid_at"));
    }
}
