package app.backmatter.orders.interleaved;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.WorkspaceId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables say. Amounts are in cents. */
final class Books {
    private final JdbcClient jdbc;

    Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Order(UUID id, long total, long refunded, long lines, long charged, long back, long receipts) {}

    /** @param standing of lines with this product of which something was not given back */
    record Product(UUID id, boolean standing, boolean owned, boolean taken, boolean allTaken) {}

    /** @param offers that were paid in one click */
    record Tally(long charged, long declined, long refunded, long refused, long takenBack, long offers) {}

    record Numbers(
            long orders, long lastOrder, long receipts, long lastReceipts, long unnoted, long notes, long lastNotes) {}

    /** Whether no payment, no refund and no call waits for anything in the year of the stories. */
    boolean areClosed() {
        return jdbc.sql("""
            select not exists (select from payments where ask_at < 'infinity')
               and not exists (select from refunds where ask_at < 'infinity')
               and not exists (select from stripe_events where due_at < 'infinity')
            """).query(Boolean.class).single();
    }

    /** What other tests left open is none of ours. */
    void putAsideTheRest() {
        jdbc.sql("update payments set ask_at = 'infinity' where settled_at is null")
                .update();
        jdbc.sql("update refunds set ask_at = 'infinity' where settled_at is null")
                .update();
        jdbc.sql("update stripe_events set due_at = 'infinity' where due_at is not null")
                .update();
        forgetKeys();
    }

    /** So that nobody asks for what happened to accounts whose Stripe is gone. */
    void forgetKeys() {
        jdbc.sql("""
            update payment_accounts set secret_key = '', webhook_secret = '', retired_at = coalesce(retired_at, connected_at)
            """).update();
    }

    /** Of readers who were not even led to Stripe, minutes after all trouble has passed: they could buy nothing. */
    List<UUID> hangingCheckouts() {
        return jdbc.sql("""
            select payments.id from payments
            join stripe_charges on idempotency_key = payments.id::text and kind = 'HOSTED_PAGE'
            where state = 'STARTED' and ask_at < 'infinity'
            """).query(UUID.class).list();
    }

    List<String> open(ContactId reader) {
        return jdbc.sql("""
            select p.state || ' ' || p.id from payments p join orders o on o.id = p.order_id
            where contact_id = :reader and settled_at is null
            union all
            select r.state || ' ' || r.id from refunds r join orders o on o.id = r.order_id
            where contact_id = :reader and settled_at is null
            """).param("reader", reader.value()).query(String.class).list();
    }

    List<Order> orders(ContactId reader) {
        return jdbc.sql("""
            select id, total, refunded,
                (select coalesce(sum(l.charged), 0) from payments p join order_lines l on l.payment_id = p.id
                 where p.order_id = o.id and p.state = 'CHARGED') as lines,
                (select coalesce(sum(p.amount), 0) from payments p
                 where p.order_id = o.id and p.state = 'CHARGED') as charged,
                (select coalesce(sum(r.amount), 0) from refunds r
                 where r.order_id = o.id and r.state = 'REFUNDED') as back,
                (select count(*) from messages m where m.workspace_id = o.workspace_id and m.key = 'receipt:' || o.id)
                    as receipts
            from orders o where contact_id = :reader
            """).param("reader", reader.value()).query(Order.class).list();
    }

    /** By Stripe's names of the charges. */
    Map<String, Long> charges(ContactId reader) {
        return byReference("""
            select gateway_reference, p.amount from payments p join orders o on o.id = p.order_id
            where contact_id = :reader and state = 'CHARGED'
            """, reader);
    }

    /** By Stripe's names of the refunds. */
    Map<String, Long> refunds(ContactId reader) {
        return byReference("""
            select gateway_reference, r.amount from refunds r join orders o on o.id = r.order_id
            where contact_id = :reader and state = 'REFUNDED'
            """, reader);
    }

    /** How many letters tell of each wish of the author's, and whether anything came of it. */
    Map<Boolean, List<Long>> refundLetters(ContactId reader) {
        return jdbc
                .sql("""
                    select bool_or(state = 'REFUNDED') as done,
                        (select count(*) from messages m
                         where m.workspace_id = r.workspace_id and m.key = 'refund:' || r.attempt_id) as letters
                    from refunds r join orders o on o.id = r.order_id where contact_id = :reader group by r.workspace_id, r.attempt_id
                    """)
                .param("reader", reader.value())
                .query((row, _) -> Map.entry(row.getBoolean("done"), row.getLong("letters")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<Product> products(ContactId reader) {
        return jdbc.sql("""
            select line.product_id as id, bool_or(back.amount is null or back.amount < line.charged) as standing,
                coalesce((select revoked_at is null from entitlements e
                          where e.contact_id = o.contact_id and e.product_id = line.product_id), false) as owned,
                coalesce(bool_or(back.taken), false) as taken, coalesce(bool_and(back.all_taken), false) as all_taken
            from orders o join payments p on p.order_id = o.id and p.state = 'CHARGED'
            join order_lines line on line.payment_id = p.id
            left join lateral (select sum(part.amount) as amount, bool_or(takes_back) as taken,
                                      bool_and(takes_back) as all_taken
                               from refund_lines part join refunds r on r.id = part.refund_id and r.state = 'REFUNDED'
                               where part.line_id = line.id) back on true
            where o.contact_id = :reader group by o.contact_id, line.product_id
            """)
                .param("reader", reader.value())
                .query(Product.class)
                .list();
    }

    /** Of all workspaces in the year of the stories. */
    Tally tally() {
        return jdbc.sql("""
            select count(*) filter (where state = 'CHARGED') as charged,
                count(*) filter (where state = 'DECLINED') as declined,
                (select count(*) from refunds where state = 'REFUNDED' and asked_at > :year) as refunded,
                (select count(*) from refunds where state = 'REFUSED' and asked_at > :year) as refused,
                (select count(*) from entitlements where revoked_at > :year) as taken_back,
                (select count(*) from order_lines line join payments on payments.id = payment_id and state = 'CHARGED'
                 where kind = 'UPSELL' and started_at > :year) as offers
            from payments where started_at > :year
            """)
                .param("year", Till.YEAR.atOffset(ZoneOffset.UTC))
                .query(Tally.class)
                .single();
    }

    Numbers numbers(WorkspaceId workspace) {
        return jdbc.sql("""
            select count(number) as orders, coalesce(max(number), 0) as last_order, count(receipt_number) as receipts,
                (select coalesce(sum(last), 0)::bigint from receipt_numbers r where r.workspace_id = :workspace)
                    as last_receipts,
                (select count(*) from refunds f
                 where f.workspace_id = :workspace and state = 'REFUNDED' and credit_number is null) as unnoted,
                (select count(credit_number) from refunds f where f.workspace_id = :workspace) as notes,
                (select coalesce(sum(last), 0)::bigint from credit_note_numbers n where n.workspace_id = :workspace)
                    as last_notes
            from orders where workspace_id = :workspace
            """)
                .param("workspace", workspace.value())
                .query(Numbers.class)
                .single();
    }

    private Map<String, Long> byReference(String sql, ContactId reader) {
        return jdbc
                .sql(sql)
                .param("reader", reader.value())
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
