package app.backmatter.mail.health;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;

/** Counts what becomes of mails of the workspace in scope, many in one statement, in the caller's transaction. */
@Service
public class Tally {
    private static final String COLUMNS =
            Arrays.stream(Figure.values()).map(Figure::column).collect(Collectors.joining(", "));

    private static final String ADD = """
        insert into mail_days as d (workspace_id, day, domain, %1$s)
        select :workspace, day, domain, %1$s from unnest(:days, :domains, %2$s) as g (day, domain, %1$s)
        on conflict (workspace_id, day, domain) do update set %3$s\
        """.formatted(
            COLUMNS, each(column -> ":" + column), each(column -> "%1$s = d.%1$s + excluded.%1$s".formatted(column)));

    private final JdbcClient jdbc;
    private final Workspaces workspaces;

    Tally(JdbcClient jdbc, Workspaces workspaces) {
        this.jdbc = jdbc;
        this.workspaces = workspaces;
    }

    /**
     * @param leftAt when the mail left that it is about
     * @param number below zero for what turned out to be something else
     */
    public record Count(Figure figure, EmailAddress recipient, Instant leftAt, int number) {
        public Count(Figure figure, EmailAddress recipient, Instant leftAt) {
            this(figure, recipient, leftAt, 1);
        }
    }

    private record Row(LocalDate day, String domain) {
        /** In the order in which rows are locked. */
        static final Comparator<Row> ORDER = Comparator.comparing(Row::day).thenComparing(Row::domain);
    }

    public void add(Collection<Count> counts) {
        var sums = sums(counts);
        if (sums.isEmpty()) {
            return;
        }
        var statement = jdbc.sql(ADD)
                .param("workspace", WorkspaceScope.current().value())
                .param("days", array("date", sums, row -> row.getKey().day().toString()))
                .param("domains", array("text", sums, row -> row.getKey().domain()));
        for (var figure : Figure.values()) {
            statement =
                    statement.param(figure.column(), array("bigint", sums, row -> row.getValue()[figure.ordinal()]));
        }
        statement.update();
    }

    private Map<Row, long[]> sums(Collection<Count> counts) {
        var zone = workspaces.get(WorkspaceScope.current()).timeZone();
        var sums = new TreeMap<Row, long[]>(Row.ORDER);
        for (var count : counts) {
            var day = day(count.leftAt(), zone);
            var address = count.recipient().value();
            add(sums, new Row(day, ""), count);
            add(sums, new Row(day, address.substring(address.lastIndexOf('@') + 1)), count);
        }
        return sums;
    }

    private static void add(Map<Row, long[]> sums, Row row, Count count) {
        sums.computeIfAbsent(row, _ -> new long[Figure.values().length])[
                count.figure().ordinal()] += count.number();
    }

    static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    private static String each(Function<String, String> column) {
        return Arrays.stream(Figure.values())
                .map(figure -> column.apply(figure.column()))
                .collect(Collectors.joining(", "));
    }

    private static SqlArrayValue array(
            String type, Map<Row, long[]> sums, Function<Map.Entry<Row, long[]>, Object> column) {
        return new SqlArrayValue(type, sums.entrySet().stream().map(column).toArray());
    }
}
