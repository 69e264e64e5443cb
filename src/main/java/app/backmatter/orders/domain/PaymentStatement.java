package app.backmatter.orders.domain;

import app.backmatter.orders.LineItem;
import app.backmatter.shared.Ids;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Stores a payment with its lines, as the end of a statement that has its order in {@code the_order}. */
final class PaymentStatement {
    static final String PAYMENT = """
        insert into payments (id, workspace_id, order_id, attempt_id, try_number, body_hash, amount, currency, is_present,
                              state, started_at, ask_at)
        select :payment, workspace_id, id, :attempt, :tryNumber, :bodyHash, :amount, :currency, :present, 'STARTED',
               :startedAt, :askAt
        from the_order
        """;

    static final String LINES = """
        insert into order_lines (id, workspace_id, payment_id, position, product_id, name, kind, step_id, amount, currency,
                                 discount, tax, tax_included, tax_rate, tax_name, chosen)
        select line.id, the_order.workspace_id, :payment, line.position, line.product_id, line.name, line.kind,
               line.step_id, line.amount, :currency, line.discount, line.tax, line.tax_included, line.tax_rate, line.tax_name,
               line.chosen
        from the_order, unnest(:lineIds, :products, :names, :kinds, :steps, :amounts,
                               :discounts, :taxes, :taxesIncluded, :taxRates, :taxNames, :chosen) with ordinality
             as line (id, product_id, name, kind, step_id, amount,
                      discount, tax, tax_included, tax_rate, tax_name, chosen, position)
        """;

    private PaymentStatement() {}

    static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Payment payment) {
        return statement
                .param("payment", payment.id())
                .param("attempt", payment.attempt())
                .param("tryNumber", payment.tryNumber())
                .param("bodyHash", payment.bodyHash())
                .param("amount", payment.amount().minorUnits())
                .param("currency", payment.amount().currency().getCurrencyCode())
                .param("present", payment.isPresent())
                .param("startedAt", OrderRow.utc(payment.startedAt()))
                .param("askAt", OrderRow.utc(payment.askAt(payment.startedAt())))
                .param("lineIds", uuids(payment, line -> Ids.next()))
                .param("products", uuids(payment, line -> line.product().value()))
                .param("names", texts(payment, LineItem::name))
                .param("kinds", texts(payment, line -> line.kind().name()))
                .param("steps", uuids(payment, LineItem::step))
                .param("amounts", array("bigint", payment, line -> line.price().minorUnits()))
                .param(
                        "discounts",
                        array("bigint", payment, line -> line.discount().minorUnits()))
                .param(
                        "taxes",
                        array("bigint", payment, line -> line.tax().amount().minorUnits()))
                .param(
                        "taxesIncluded",
                        array("boolean", payment, line -> line.tax().included()))
                .param("taxRates", array("integer", payment, line -> line.tax().basisPoints()))
                .param("taxNames", texts(payment, line -> line.tax().name()))
                .param("chosen", array("boolean", payment, LineItem::wasChosen));
    }

    static SqlArrayValue uuids(Payment payment, Function<LineItem, UUID> value) {
        return array("uuid", payment, value::apply);
    }

    private static SqlArrayValue texts(Payment payment, Function<LineItem, String> value) {
        return array("text", payment, value::apply);
    }

    private static SqlArrayValue array(String type, Payment payment, Function<LineItem, Object> value) {
        return new SqlArrayValue(type, payment.lines().stream().map(value).toArray());
    }
}
