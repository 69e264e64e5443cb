package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.payment.SideBySide;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Settles payments of all workspaces that have been open for some seconds: the processor did not answer, we were killed
 * before its answer was recorded, or the reader never came back from the bank.
 */
@Component
class SettlePayments {
    private static final Logger log = LoggerFactory.getLogger(SettlePayments.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final SettlePayment settlePayment;
    private final Clock clock;

    SettlePayments(JdbcClient jdbc, SettlePayment settlePayment, Clock clock) {
        this.jdbc = jdbc;
        this.settlePayment = settlePayment;
        this.clock = clock;
    }

    private record Due(UUID payment, WorkspaceId workspace) {}

    /** One that can't be settled does not keep the others from it. */
    void settleDue() {
        var due = jdbc.sql("""
            select id, workspace_id from payments where settled_at is null and ask_at <= :now
            order by ask_at limit :atOnce
            """)
                .param("now", OrderRow.utc(clock.instant()))
                .param("atOnce", AT_ONCE)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class), new WorkspaceId(row.getObject("workspace_id", UUID.class))))
                .list();
        SideBySide.each(due, this::settle);
    }

    private void settle(Due due) {
        try {
            WorkspaceScope.run(due.workspace(), () -> settlePayment.settle(due.payment()));
        } catch (RuntimeException e) {
            log.error("Payment {} is not settled", due.payment(), e);
        }
    }
}
