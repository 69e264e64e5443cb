package app.backmatter.reports.domain;

import app.backmatter.reports.Period;
import app.backmatter.reports.Tally;
import app.backmatter.shared.Money;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts facts, once for all steps and sources of a funnel. */
@Component
class TallyReader {
    private static final String SQL = """
        with worths as (
            select passage_id,
                sum(case when kind in ('PAID', 'PAID_BUMP') then amount else -amount end) as worth
            from report_happenings
            where workspace_id = :workspace and kind in ('PAID', 'PAID_BUMP', 'REFUNDED', 'REFUNDED_BUMP')
                and currency = :currency
            group by passage_id
        ), sales as (
            select p.revision_id, h.step_id, case when h.step_id = p.entry_step then p.visitor_id else p.id end as subject_id,
                count(*) as orders_with, sum(worth) as worth
            from report_passages p
            join (select distinct passage_id, step_id from report_happenings
                where workspace_id = :workspace and kind = 'PAID' and currency = :currency) h on h.passage_id = p.id
            join worths on worths.passage_id = p.id
            where p.workspace_id = :workspace
            group by 1, 2, 3
        )
        select funnel_id, step_id, source,
            count(*) as visitors,
            count(taken_at) as takers,
            count(confirmed_at) as confirmed,
            count(*) filter (where declined_at is not null and taken_at is null) as declined,
            sum(card_declines) as card_declines,
            coalesce(sum(orders) filter (where currency = :currency), 0) as orders,
            coalesce(sum(revenue - refunded) filter (where currency = :currency), 0) as revenue,
            coalesce(sum(bumps) filter (where currency = :currency), 0) as bumps,
            coalesce(sum(bump_revenue - bump_refunded) filter (where currency = :currency), 0) as bump_revenue,
            coalesce(sum(refunded) filter (where currency = :currency), 0) as refunded,
            coalesce(sum(bump_refunded) filter (where currency = :currency), 0) as bump_refunded,
            count(*) filter (where currency <> :currency) as foreign_sales,
            coalesce(sum(sales.orders_with), 0) as orders_with,
            coalesce(sum(sales.worth), 0) as worth
        from report_facts left join sales using (revision_id, step_id, subject_id)
        where workspace_id = :workspace and funnel_id = :funnel and counted and seen_at >= :from and seen_at < :to
        group by 1, 2, 3
        """;

    private final JdbcClient jdbc;

    TallyReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One funnel, by step and source. */
    List<StepTally> ofFunnel(WorkspaceId workspace, UUID funnel, Period period, Currency currency) {
        return jdbc.sql(SQL)
                .param("workspace", workspace.value())
                .param("funnel", funnel)
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .param("currency", currency.getCurrencyCode())
                .query((row, number) -> map(row, currency))
                .list();
    }

    private static StepTally map(ResultSet row, Currency currency) throws SQLException {
        return new StepTally(
                row.getObject("funnel_id", UUID.class),
                row.getObject("step_id", UUID.class),
                new SourceKey(row.getString("source")),
                new Tally(
                        row.getLong("visitors"),
                        row.getLong("takers"),
                        row.getLong("confirmed"),
                        row.getLong("declined"),
                        row.getLong("card_declines"),
                        row.getLong("orders"),
                        new Money(row.getLong("revenue"), currency),
                        row.getLong("bumps"),
                        new Money(row.getLong("bump_revenue"), currency),
                        new Money(row.getLong("refunded"), currency),
                        new Money(row.getLong("bump_refunded"), currency),
                        row.getLong("foreign_sales"),
                        row.getLong("orders_with"),
                        new Money(row.getLong("worth"), currency)));
    }
}
