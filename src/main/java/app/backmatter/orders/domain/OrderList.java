package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.CreditNoteNumber;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.ReceiptNumber;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders of the workspace in scope for the author's pages, the unpaid among them. Ids are ordered by time. */
@Component
public class OrderList {
    private static final String SELECT = """
        select orders.*, last_try.state, last_try.reason, last_try.amount, lines.*, %s as coupon,
               exists (select from payments p where p.order_id = orders.id and p.workspace_id = orders.workspace_id
                         and p.disputed > 0) as disputed,
               array(select array[r.credit_year, r.credit_number] from refunds r
                     where r.order_id = orders.id and r.workspace_id = orders.workspace_id
                       and r.credit_number is not null
                     order by r.credit_year, r.credit_number) as credit_notes
        from orders
        join lateral (select * from payments p where p.order_id = orders.id and p.workspace_id = orders.workspace_id
                      order by p.started_at desc, p.id desc limit 1) last_try on true
        join lateral (select string_agg(l.name, ', ' order by p.started_at, p.id, l.position) as what,
                             sum(l.discount) as discount, sum(l.tax) as tax
                      from payments p join order_lines l on l.payment_id = p.id and l.workspace_id = p.workspace_id
                      where p.order_id = orders.id and p.workspace_id = orders.workspace_id
                        and (p.state = 'CHARGED' or orders.paid_at is null and p.id = last_try.id)) lines on true
        where orders.workspace_id = :workspace
        """.formatted(OrderRow.COUPON);
    private static final String MATCHING = """
          and (orders.number = :number or orders.email ilike :text escape '!' or orders.reader_name ilike :text escape '!')
        """;
    private static final String ORDER = """
          and (:before::uuid is null or orders.id < :before)
        order by orders.id desc limit :limit
        """;

    private final JdbcClient jdbc;

    OrderList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far an order has come, in its author's eyes. */
    public enum State {
        PAID,
        /** A bank holds money of it. */
        DISPUTED,
        PARTLY_REFUNDED,
        REFUNDED,
        OPEN,
        RELEASED,
        DECLINED
    }

    /**
     * One order in a list.
     *
     * @param number absent until it is paid
     * @param total what was paid, or what the last try was to pay
     * @param discount what a coupon took off for it
     * @param coupon the code that took it off; empty for none
     * @param tax of the total, whether on top of the prices or in them
     * @param country of the buyer, two letters; empty when it was not asked
     * @param receipt absent until it is paid
     * @param creditNotes of what went back, those of undone refunds among them
     * @param refunded what went back of the total
     * @param rate to the workspace's own currency, when it was placed
     */
    public record Row(
            OrderId id,
            @Nullable Long number,
            Instant placedAt,
            EmailAddress email,
            String name,
            String what,
            Money total,
            Money discount,
            String coupon,
            Money tax,
            String country,
            @Nullable ReceiptNumber receipt,
            List<CreditNoteNumber> creditNotes,
            Money refunded,
            ExchangeRate rate,
            Source source,
            State state) {
        /** What is left of the total after refunds. */
        public Money net() {
            return total.minus(refunded);
        }
    }

    /**
     * Latest first.
     *
     * @param query an order's number, or a part of a reader's address or name; empty for all
     * @param before the last order of the page before; absent for the first page
     */
    public List<Row> search(String query, @Nullable UUID before, int limit) {
        var text = query.strip();
        var statement = jdbc.sql(SELECT + (text.isEmpty() ? "" : MATCHING) + ORDER)
                .param("workspace", WorkspaceScope.current().value())
                .param("before", before)
                .param("limit", limit);
        return (text.isEmpty()
                        ? statement
                        : statement.param("text", containing(text)).param("number", number(text)))
                .query(OrderList::row)
                .list();
    }

    private static String containing(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }

    private static long number(String text) {
        return text.matches("#?[0-9]{1,15}") ? Long.parseLong(text.replace("#", "")) : -1;
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        var number = row.getObject("number", Long.class);
        return new Row(
                new OrderId(row.getObject("id", UUID.class)),
                number,
                OrderRow.requireInstant(row, "placed_at"),
                new EmailAddress(row.getString("email")),
                row.getString("reader_name"),
                row.getString("what"),
                Money.of(row.getLong(number == null ? "amount" : "total"), row.getString("currency")),
                Money.of(row.getLong("discount"), row.getString("currency")),
                row.getString("coupon"),
                Money.of(row.getLong("tax"), row.getString("currency")),
                row.getString("country"),
                number == null ? null : OrderRow.receipt(row),
                creditNotes(row.getArray("credit_notes")),
                Money.of(row.getLong("refunded"), row.getString("currency")),
                OrderRow.rate(row),
                OrderRow.source(row),
                number != null ? paid(row) : unpaid(row.getString("state"), row.getString("reason")));
    }

    private static List<CreditNoteNumber> creditNotes(Array numbers) throws SQLException {
        return Stream.of((Object[]) numbers.getArray())
                .map(pair -> (Long[]) pair)
                .map(pair -> new CreditNoteNumber(Math.toIntExact(pair[0]), pair[1]))
                .toList();
    }

    private static State paid(ResultSet row) throws SQLException {
        return row.getBoolean("disputed") ? State.DISPUTED : paid(row.getLong("total"), row.getLong("refunded"));
    }

    private static State paid(long total, long refunded) {
        if (refunded == 0) {
            return State.PAID;
        }
        return refunded == total ? State.REFUNDED : State.PARTLY_REFUNDED;
    }

    private static State unpaid(String state, String reason) {
        if (!state.equals("DECLINED")) {
            return State.OPEN;
        }
        return reason.equals(ChargeRequest.RELEASED) ? State.RELEASED : State.DECLINED;
    }
}
