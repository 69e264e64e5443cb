package app.backmatter.orders.domain;

/** Adds up what charged orders brought after taxes and refunds, each line at its sale's rate, as the reports do. */
final class Earnings {
    /** By the workspace's currency of then, the most first: orders, value, refunded. Wants a condition on the orders. */
    static final String BY_CURRENCY = """
        select orders.own_currency as currency, count(distinct orders.id) as orders,
            sum(round((line.charged - line.tax) * orders.rate) - coalesce(back.own, 0)) as value,
            coalesce(sum(back.own), 0) as refunded
        from orders
        join payments on payments.order_id = orders.id and payments.workspace_id = orders.workspace_id
             and payments.state = 'CHARGED'
        join order_lines line on line.payment_id = payments.id and line.workspace_id = orders.workspace_id
        left join lateral (
            select sum(part.own) as own
            from refund_lines part
            join refunds on refunds.id = part.refund_id and refunds.workspace_id = part.workspace_id
            where part.line_id = line.id and part.workspace_id = line.workspace_id
              and refunds.state = 'REFUNDED') back on true
        where orders.workspace_id = :workspace and %s
        group by orders.own_currency order by value desc, orders.own_currency
        """;

    private Earnings() {}
}
