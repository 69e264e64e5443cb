package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Settles refunds of all workspaces that are open: the processor did not answer, we were killed before its answer was
 * recorded, or the bank takes its time.
 */
@Component
class SettleRefunds {
    private static final Logger log = LoggerFactory.getLogger(SettleRefunds.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final SettleRefund settleRefund;
    private final Clock clock;

    SettleRefunds(JdbcClient jdbc, SettleRefund settleRefund, Clock clock) {
        this.jdbc = jdbc;
        this.settleRefund = settleRefund;
        this.clock = clock;
    }

    private record Due(UUID refund, WorkspaceId workspace) {}

    /** One that can't be settled does not keep the others from it. */
    void settleDue() {
        jdbc.sql("""
            select id, workspace_id from refunds where settled_at is null and ask_at <= :now
            order by ask_at limit :atOnce
            """)
                .param("now", OrderRow.utc(clock.instant()))
                .param("atOnce", AT_ONCE)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class), new WorkspaceId(row.getObject("workspace_id", UUID.class))))
                .list()
                .forEach(this::settle);
    }

    private void settle(Due due) {
        try {
            WorkspaceScope.run(due.workspace(), () -> settleRefund.settle(due.refund()));
        } catch (RuntimeException e) {
            log.error("Refund {} is not settled", due.refund(), e);
        }
    }
}
