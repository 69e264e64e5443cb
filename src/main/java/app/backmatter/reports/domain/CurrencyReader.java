package app.backmatter.reports.domain;

import app.backmatter.reports.Period;
import app.backmatter.shared.Money;
import app.backmatter.shared.WorkspaceId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums a funnel's sales up by what readers paid in. Those are summed up that its facts count, so that all sums agree. */
@Component
class CurrencyReader {
    private static final String SQL = """
        select h.sold_currency,
            count(*) filter (where h.kind = 'PAID' and h.opens_order) as orders,
            sum(case when h.kind in ('PAID', 'PAID_BUMP') then h.sold_amount else -h.sold_amount end) as sold,
            sum(case when h.kind in ('PAID', 'PAID_BUMP') then h.amount else -h.amount end) as worth
        from report_happenings h
        join report_passages p on p.id = h.passage_id and p.workspace_id = h.workspace_id
        join report_facts f on f.revision_id = p.revision_id and f.step_id = h.step_id
            and f.subject_id = case when h.step_id = p.entry_step then p.visitor_id else p.id end
            and f.workspace_id = h.workspace_id
        where h.workspace_id = :workspace and h.kind in ('PAID', 'PAID_BUMP', 'REFUNDED', 'REFUNDED_BUMP')
            and h.credited and h.currency = :own
            and f.funnel_id = :funnel and f.counted and f.seen_at >= :from and f.seen_at < :to
            and (cast(:source as text) is null or f.source = :source)
        group by h.sold_currency
        order by worth desc, h.sold_currency
        """;

    private final JdbcClient jdbc;

    CurrencyReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SoldIn> ofFunnel(WorkspaceId workspace, UUID funnel, Period period, @Nullable SourceKey source, Currency own) {
        return jdbc.sql(SQL)
                .param("workspace", workspace.value())
                .param("funnel", funnel)
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .param("source", source == null ? null : source.text())
                .param("own", own.getCurrencyCode())
                .query((row, number) -> new SoldIn(
                        row.getLong("orders"),
                        Money.of(row.getLong("sold"), row.getString("sold_currency")),
                        new Money(row.getLong("worth"), own)))
                .list();
    }
}
