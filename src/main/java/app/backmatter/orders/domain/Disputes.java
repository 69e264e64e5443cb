package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.DisputedOrder;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.RefundRows.Charged;
import app.backmatter.orders.payment.DisputeNews;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Disputes of the workspace in scope. */
@Component
public class Disputes {
    private final JdbcClient jdbc;
    private final Clock clock;

    Disputes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One as its author sees it.
     *
     * @param reason a message key's end
     * @param answerBy null where there is nothing to say
     * @param closedAt null while it is not decided
     */
    public record Shown(
            Money amount,
            String reason,
            State state,
            Instant openedAt,
            @Nullable Instant answerBy,
            @Nullable Instant closedAt) {}

    /** Latest first. */
    public List<Shown> of(OrderId order) {
        return jdbc.sql("""
            select amount, currency, reason, state, opened_at, answer_by, closed_at from disputes
            where order_id = :order and workspace_id = :workspace order by opened_at desc, id
            """)
                .param("order", order.value())
                .param("workspace", WorkspaceScope.current().value())
                .query(Disputes::shown)
                .list();
    }

    /** Those that their author can still say something to, the first to answer first. */
    public List<DisputedOrder> toAnswer() {
        return jdbc.sql("""
            select orders.id, number, min(answer_by) as answer_by from disputes
            join orders on orders.id = order_id and orders.workspace_id = disputes.workspace_id
            where disputes.workspace_id = :workspace and closed_at is null and answer_by > :now
            group by orders.id, number order by min(answer_by)
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("now", OrderRow.utc(clock.instant()))
                .query((row, number) -> new DisputedOrder(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getLong("number"),
                        OrderRow.requireInstant(row, "answer_by")))
                .list();
    }

    /** How a dispute was known to stand; empty for one that was not known. */
    Optional<State> state(String reference) {
        return jdbc.sql("select state from disputes where reference = :reference and workspace_id = :workspace")
                .param("reference", reference)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> State.valueOf(row.getString("state")))
                .optional();
    }

    void put(Charged disputed, DisputeNews news, Money amount, Instant now) {
        jdbc.sql("""
            insert into disputes (id, workspace_id, order_id, payment_id, reference, amount, currency, reason, state,
                                  opened_at, answer_by, closed_at)
            values (:id, :workspace, :order, :payment, :reference, :amount, :currency, :reason, :state,
                    :openedAt, :answerBy, :closedAt)
            on conflict (workspace_id, reference) do update
            set amount = excluded.amount, reason = excluded.reason, answer_by = excluded.answer_by,
                state = excluded.state,
                closed_at = case when disputes.state = excluded.state then disputes.closed_at else excluded.closed_at end
            """)
                .param("id", Ids.next())
                .param("workspace", WorkspaceScope.current().value())
                .param("order", disputed.order().value())
                .param("payment", disputed.payment())
                .param("reference", news.reference())
                .param("amount", amount.minorUnits())
                .param("currency", amount.currency().getCurrencyCode())
                .param("reason", news.reason())
                .param("state", news.state().name())
                .param("openedAt", OrderRow.utc(news.openedAt()))
                .param("answerBy", news.answerBy() == null ? null : OrderRow.utc(news.answerBy()))
                .param("closedAt", news.state().isClosed() ? OrderRow.utc(now) : null)
                .update();
    }

    /** Keeps what the bank holds of a payment from going back too. */
    void hold(UUID payment) {
        jdbc.sql("""
            update payments set disputed = least(amount, (
                select coalesce(sum(d.amount), 0) from disputes d
                where d.payment_id = payments.id and d.workspace_id = payments.workspace_id and d.state = 'OPEN'))
            where id = :payment and workspace_id = :workspace
            """)
                .param("payment", payment)
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                OrderRow.requireInstant(row, "opened_at"),
                OrderRow.instant(row, "answer_by"),
                OrderRow.instant(row, "closed_at"));
    }
}
