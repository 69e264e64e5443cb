package app.backmatter.reports.domain;

import app.backmatter.reports.Period;
import app.backmatter.shared.Money;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in a workspace lately, by the moment when it happened. What went back is taken from its sale. */
@Component
public class ReadWeeks {
    private static final String WEEK = """
        select
            (select count(*) from report_passages
             where workspace_id = :workspace and signed_up_at >= :from and signed_up_at < :to and not bot) as sign_ups,
            count(*) filter (where kind = 'PAID' and opens_order) as orders,
            coalesce(sum(case when kind in ('PAID', 'PAID_BUMP') then amount else -amount end)
                filter (where currency = :currency), 0) as revenue
        from report_happenings
        where workspace_id = :workspace and kind in ('PAID', 'PAID_BUMP', 'REFUNDED', 'REFUNDED_BUMP')
            and at >= :from and at < :to
        """;

    private static final String SIGN_UPS = """
        select signed_up_at, source from report_passages
        where workspace_id = :workspace and signed_up_at is not null and not bot
        order by signed_up_at desc limit :limit
        """;

    private final JdbcClient jdbc;

    ReadWeeks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A reader's sign-up and where they came from. */
    public record Arrival(Instant at, SourceKey source) {}

    public Week week(WorkspaceId workspace, Period period, Currency currency) {
        return jdbc.sql(WEEK)
                .param("workspace", workspace.value())
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .param("currency", currency.getCurrencyCode())
                .query((row, number) -> new Week(
                        row.getLong("sign_ups"), row.getLong("orders"), new Money(row.getLong("revenue"), currency)))
                .single();
    }

    /** Latest first. */
    public List<Arrival> latestSignUps(WorkspaceId workspace, int limit) {
        return jdbc.sql(SIGN_UPS)
                .param("workspace", workspace.value())
                .param("limit", limit)
                .query((row, number) -> new Arrival(
                        row.getTimestamp("signed_up_at").toInstant(), new SourceKey(row.getString("source"))))
                .list();
    }
}
