package app.backmatter.reports;

import app.backmatter.support.TestWorkspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was sold and given back in a workspace, from orders and refunds alone. Amounts are in minor units; what was earned is
 * in the workspace's own, and so is what of it went back.
 */
record Books(List<Line> lines) {
    private static final Map<String, String> SHOWN_AS = Map.of(
            "TRIPWIRE", "Tripwire",
            "ORDER_BUMP", "Order bump",
            "UPSELL", "Upsell",
            "DOWN_SELL", "Down-sell",
            "CROSS_SELL", "Cross-sell");

    /**
     * One thing that was paid.
     *
     * @param charged as the reader paid it, as {@code tax} and {@code refunded}, which is with its tax
     * @param unearned of the refunded what was no tax
     * @param back the same in the workspace's own currency
     */
    record Line(
            UUID order,
            long number,
            UUID contact,
            String source,
            String shownAs,
            long charged,
            long tax,
            long refunded,
            long unearned,
            long back,
            String currency,
            BigDecimal rate) {
        long net() {
            return own(charged - tax) - back;
        }

        /** At the rate of its sale, which is of minor units. */
        long own(long amount) {
            return rate.multiply(BigDecimal.valueOf(amount))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    static Books of(JdbcClient jdbc, TestWorkspace workspace) {
        return new Books(jdbc.sql("""
            select orders.id, number, contact_id, source_kind, coalesce(source_id::text, source_label) as source, kind,
                amount_of_line, tax_of_line,
                (select coalesce(sum(r.amount), 0) from refund_lines r join refunds on refunds.id = refund_id
                 where line_id = line.id and refunds.state = 'REFUNDED') as refunded,
                (select coalesce(sum(r.amount - r.tax), 0) from refund_lines r join refunds on refunds.id = refund_id
                 where line_id = line.id and refunds.state = 'REFUNDED') as unearned,
                (select coalesce(sum(r.own), 0) from refund_lines r join refunds on refunds.id = refund_id
                 where line_id = line.id and refunds.state = 'REFUNDED') as back, orders.currency, orders.rate
            from orders join payments on order_id = orders.id and state = 'CHARGED'
            join (select *, amount - discount + case when tax_included then 0 else tax end as amount_of_line,
                         tax as tax_of_line from order_lines) line on payment_id = payments.id
            where orders.workspace_id = ?
            """)
                .param(workspace.id().value())
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getObject("contact_id", UUID.class),
                        row.getString("source").isEmpty()
                                ? row.getString("source_kind")
                                : row.getString("source_kind") + ":" + row.getString("source"),
                        SHOWN_AS.getOrDefault(row.getString("kind"), ""),
                        row.getLong("amount_of_line"),
                        row.getLong("tax_of_line"),
                        row.getLong("refunded"),
                        row.getLong("unearned"),
                        row.getLong("back"),
                        row.getString("currency"),
                        row.getBigDecimal("rate")))
                .list());
    }

    static long openRefunds(JdbcClient jdbc, TestWorkspace workspace) {
        return jdbc.sql("select count(*) from refunds where settled_at is null and workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    static long byProcessor(JdbcClient jdbc, TestWorkspace workspace) {
        return jdbc.sql("""
            select coalesce(sum(sandbox_charges.refunded), 0) from sandbox_charges
            join payments on payments.id::text = idempotency_key where workspace_id = ?
            """).param(workspace.id().value()).query(Long.class).single();
    }

    List<Line> of(Predicate<Line> such) {
        return lines.stream().filter(such).toList();
    }

    long orders(Predicate<Line> such) {
        return lines.stream().filter(such).map(Line::order).distinct().count();
    }

    Set<UUID> contacts() {
        return lines.stream().map(Line::contact).collect(Collectors.toSet());
    }

    Set<String> sources() {
        return lines.stream().map(Line::source).collect(Collectors.toSet());
    }

    long net() {
        return lines.stream().mapToLong(Line::net).sum();
    }

    long back() {
        return lines.stream().mapToLong(Line::back).sum();
    }
}
