package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.CreditNoteNumber;
import app.backmatter.orders.MoneyBack;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.RefundedLine;
import app.backmatter.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refunds of the workspace in scope whose money went back, as others see them. */
@Component
public class MoneyBackViews {
    private final JdbcClient jdbc;

    MoneyBackViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param back the refund, still without lines */
    private record Row(MoneyBack back, RefundedLine line) {}

    /** First one first, void ones among them. */
    public List<MoneyBack> of(OrderId order) {
        return views("refunds.order_id = :key", order.value());
    }

    public Optional<MoneyBack> find(UUID refund) {
        return views("refunds.id = :key", refund).stream().findFirst();
    }

    private List<MoneyBack> views(String condition, UUID key) {
        return jdbc
                .sql("""
                    select refunds.id as refund, order_id, credit_year, credit_number, refunds.state, refunds.seller,
                           credited_at, refunds.amount as whole, part.amount as back, part.tax as back_tax,
                           part.own as back_own, own_currency, line.*
                    from refunds
                    join orders on orders.id = refunds.order_id and orders.workspace_id = refunds.workspace_id
                    join refund_lines part on part.refund_id = refunds.id and part.workspace_id = refunds.workspace_id
                    join order_lines line on line.id = part.line_id and line.workspace_id = refunds.workspace_id
                    where refunds.workspace_id = :workspace and credit_number is not null and %s
                    order by credit_year, credit_number, position
                    """.formatted(condition))
                .param("workspace", WorkspaceScope.current().value())
                .param("key", key)
                .query((row, number) -> row(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::back, LinkedHashMap::new, Collectors.mapping(Row::line, Collectors.toList())))
                .entrySet()
                .stream()
                .map(back -> back.getKey().with(back.getValue()))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new MoneyBack(
                        row.getObject("refund", UUID.class),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new CreditNoteNumber(row.getInt("credit_year"), row.getLong("credit_number")),
                        !row.getString("state").equals("REFUNDED"),
                        row.getString("seller"),
                        OrderRow.requireInstant(row, "credited_at"),
                        money(row, "whole"),
                        List.of()),
                new RefundedLine(
                        OrderRow.line(row),
                        money(row, "back"),
                        money(row, "back_tax"),
                        Money.of(row.getLong("back_own"), row.getString("own_currency"))));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }
}
