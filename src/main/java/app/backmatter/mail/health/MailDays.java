package app.backmatter.mail.health;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;

/** What became of the mails of the workspace in scope. */
@Service
public class MailDays {
    private static final String SUMS = """
        coalesce(sum(accepted), 0) as accepted, coalesce(sum(refused), 0) as refused, coalesce(sum(blocked), 0) as blocked,
        coalesce(sum(soft), 0) as soft, coalesce(sum(hard), 0) as hard, coalesce(sum(complained), 0) as complained,
        coalesce(sum(opened), 0) as opened\
        """;

    private final JdbcClient jdbc;
    private final Workspaces workspaces;
    private final Clock clock;

    MailDays(JdbcClient jdbc, Workspaces workspaces, Clock clock) {
        this.jdbc = jdbc;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    public record Day(LocalDate day, Counts counts) {}

    /** @param name a provider's or, for all others, the domain */
    public record ByProvider(String name, Counts counts) {}

    LocalDate today() {
        return Tally.day(
                clock.instant(), workspaces.get(WorkspaceScope.current()).timeZone());
    }

    /** The last days, today included: all of them, the oldest first. */
    public List<Day> days(int days) {
        var today = today();
        return scoped("""
            select g.day::date as day, %s
            from generate_series(:from::date, :to::date, interval '1 day') g (day)
                left join mail_days d on d.workspace_id = :workspace and d.day = g.day and d.domain = ''
            group by g.day order by g.day\
            """.formatted(SUMS))
                .param("from", today.minusDays(days - 1).toString())
                .param("to", today.toString())
                .query((row, _) -> new Day(row.getDate("day").toLocalDate(), Counts.of(row)))
                .list();
    }

    /** Of the days since then, that one included. */
    public Counts since(LocalDate day) {
        return scoped("select " + SUMS + " from mail_days where workspace_id = :workspace and domain = '' and day >="
                        + " :from::date")
                .param("from", day.toString())
                .query((row, _) -> Counts.of(row))
                .single();
    }

    /** Over the last days, today included: those with the most mail first. */
    public List<ByProvider> byProvider(int days, int most) {
        return scoped("""
            select coalesce(p.name, d.domain) as name, %s
            from mail_days d left join unnest(:domains, :names) p (domain, name) on p.domain = d.domain
            where d.workspace_id = :workspace and d.domain <> '' and d.day >= :from::date
            group by 1 order by sum(accepted) + sum(refused) desc, 1 limit :most\
            """.formatted(SUMS))
                .param("domains", new SqlArrayValue("text", Provider.domains()))
                .param("names", new SqlArrayValue("text", Provider.names()))
                .param("from", today().minusDays(days - 1).toString())
                .param("most", most)
                .query((row, _) -> new ByProvider(row.getString("name"), Counts.of(row)))
                .list();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
