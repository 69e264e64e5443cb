package app.backmatter.orders.present;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Present;
import app.backmatter.orders.PresentView;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads presents, each the row of the payment that it is for. */
@Repository
class PresentRows {
    /**
     * The lines of a present of which not all went back together with the files, or before the link was mailed, when nobody
     * had them; none once a bank took the money.
     */
    private static final String LEFT = """
        from order_lines line
        where line.payment_id = presents.payment_id and line.workspace_id = presents.workspace_id
          and coalesce((select sum(part.amount) from refund_lines part
                        join refunds on refunds.id = part.refund_id and refunds.workspace_id = part.workspace_id
                        where part.line_id = line.id and part.workspace_id = line.workspace_id
                          and refunds.state = 'REFUNDED'
                          and (refunds.takes_back or refunds.credited_at < presents.leaves_at)), -1) < line.charged
          and not exists (select from disputes
                          where disputes.payment_id = line.payment_id and disputes.workspace_id = line.workspace_id
                            and disputes.state = 'LOST')
        order by line.position
        """;

    private final JdbcClient jdbc;

    PresentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the link to a present leads. */
    record Place(WorkspaceId workspace, UUID payment) {}

    /** @param giver who paid, as on the card; may be empty */
    record Given(UUID payment, OrderId order, String token, String giver, PresentView view) {}

    /** The one look-up that crosses workspaces: the address is the key. Only what was paid. */
    Optional<Place> place(String token) {
        return jdbc.sql("""
            select presents.workspace_id, payment_id from presents
            join payments on payments.id = payment_id and payments.workspace_id = presents.workspace_id
                 and state = 'CHARGED'
            where token = :token
            """)
                .param("token", token)
                .query((row, number) -> new Place(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        row.getObject("payment_id", UUID.class)))
                .optional();
    }

    Optional<Given> find(UUID payment) {
        return load("payments.id = :key", payment);
    }

    Optional<Given> of(OrderId order) {
        return load("payments.order_id = :key and payments.state = 'CHARGED'", order.value());
    }

    private Optional<Given> load(String condition, UUID key) {
        return jdbc.sql("""
            select presents.*, orders.id as order_id, orders.reader_name,
                   exists (select from disputes where disputes.payment_id = payments.id
                             and disputes.workspace_id = payments.workspace_id and disputes.state = 'OPEN') as held,
                   array(select step_id from order_lines line where line.payment_id = presents.payment_id
                           and line.workspace_id = presents.workspace_id) as steps,
                   array(select line.product_id %1$s) as products,
                   array(select line.name %1$s) as names
            from presents
            join payments on payments.id = payment_id and payments.workspace_id = presents.workspace_id
            join orders on orders.id = payments.order_id and orders.workspace_id = presents.workspace_id
            where presents.workspace_id = :workspace and %2$s
            """.formatted(LEFT, condition))
                .param("workspace", WorkspaceScope.current().value())
                .param("key", key)
                .query((row, number) -> given(row))
                .optional();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getObject("payment_id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("token"),
                row.getString("reader_name"),
                new PresentView(
                        present(row),
                        Set.copyOf(List.of(array(row, "steps", UUID[].class))),
                        left(row),
                        row.getBoolean("held"),
                        claimedAt(row),
                        claimedBy(row)));
    }

    private static Present present(ResultSet row) throws SQLException {
        return new Present(
                new EmailAddress(row.getString("recipient")),
                row.getString("name"),
                row.getString("message"),
                row.getObject("leaves_at", OffsetDateTime.class).toInstant());
    }

    private static List<PresentView.Thing> left(ResultSet row) throws SQLException {
        var products = array(row, "products", UUID[].class);
        var names = array(row, "names", String[].class);
        return IntStream.range(0, products.length)
                .mapToObj(line -> new PresentView.Thing(new ProductId(products[line]), names[line]))
                .toList();
    }

    private static <T> T array(ResultSet row, String column, Class<T> type) throws SQLException {
        return type.cast(row.getArray(column).getArray());
    }

    private static @Nullable Instant claimedAt(ResultSet row) throws SQLException {
        var at = row.getObject("claimed_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable ContactId claimedBy(ResultSet row) throws SQLException {
        var contact = row.getObject("claimed_by", UUID.class);
        return contact == null ? null : new ContactId(contact);
    }
}
