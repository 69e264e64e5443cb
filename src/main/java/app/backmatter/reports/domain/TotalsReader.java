package app.backmatter.reports.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.reports.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Sums facts up by step, for the funnels of many workspaces in one statement. */
@Component
class TotalsReader {
    private static final String SQL = """
        select workspace_id, funnel_id, step_id,
            count(*) as visitors,
            count(taken_at) as takers,
            count(confirmed_at) as confirmed,
            coalesce(sum(orders) filter (where facts.currency = own.currency), 0) as orders,
            coalesce(sum(revenue + bump_revenue - refunded - bump_refunded)
                filter (where facts.currency = own.currency), 0) as revenue,
            coalesce(sum(refunded + bump_refunded) filter (where facts.currency = own.currency), 0) as refunded
        from report_facts facts
        join unnest(:workspaces, :currencies) as own (workspace_id, currency) using (workspace_id)
        where counted and seen_at >= :from and seen_at < :to
        group by 1, 2, 3
        """;

    private final JdbcClient jdbc;

    TotalsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StepTotals> of(List<WorkspaceView> workspaces, Period period) {
        return jdbc.sql(SQL)
                .param("workspaces", array("uuid", workspaces, view -> view.id().value()))
                .param(
                        "currencies",
                        array("text", workspaces, view -> view.currency().getCurrencyCode()))
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .query((row, _) -> map(row))
                .list();
    }

    private static StepTotals map(ResultSet row) throws SQLException {
        return new StepTotals(
                row.getObject("funnel_id", UUID.class),
                row.getObject("step_id", UUID.class),
                row.getLong("visitors"),
                row.getLong("takers"),
                row.getLong("confirmed"),
                row.getLong("orders"),
                row.getLong("revenue"),
                row.getLong("refunded"));
    }

    private static SqlArrayValue array(
            String type, List<WorkspaceView> workspaces, Function<WorkspaceView, Object> column) {
        return new SqlArrayValue(type, workspaces.stream().map(column).toArray());
    }
}
