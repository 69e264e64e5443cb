package app.backmatter.audience.segment;

import app.backmatter.database.WorkspaceScope;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tells who fits rules, in the workspace in scope. */
@Service
public class Fitting {
    private final JdbcClient jdbc;
    private final Filters filters;

    Fitting(JdbcClient jdbc, Filters filters) {
        this.jdbc = jdbc;
        this.filters = filters;
    }

    /** @param mailable those of the people who get marketing mail */
    public record Count(long people, long mailable) {}

    public Count count(Rule rule) {
        var filter = filters.of(rule);
        return filter.on(jdbc.sql("select count(*), count(*) filter (where c.status = 'SUBSCRIBED') from contacts c"
                                + " where c.workspace_id = :workspace and " + filter.sql())
                        .param("workspace", WorkspaceScope.current().value()))
                .query((row, n) -> new Count(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** In the order of the rules, by one look at each contact however many rules there are. */
    public List<Count> counts(List<Rule> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var conditions = filters.each(rules);
        var counts = conditions.stream()
                .map(condition -> "count(*) filter (where " + condition.sql() + ")")
                .collect(Collectors.joining(", "));
        return read(conditions.getFirst(), counts, rules.size());
    }

    /** Asks each condition once of a contact: who gets mail is told apart by the group. */
    private List<Count> read(Filter filter, String counts, int rules) {
        var people = new long[rules];
        var mailable = new long[rules];
        filter.on(jdbc.sql("select c.status = 'SUBSCRIBED', " + counts
                                + " from contacts c where c.workspace_id = :workspace group by 1")
                        .param("workspace", WorkspaceScope.current().value()))
                .query((ResultSet row) -> {
                    for (int rule = 0; rule < rules; rule++) {
                        people[rule] += row.getLong(rule + 2);
                        mailable[rule] += row.getBoolean(1) ? row.getLong(rule + 2) : 0;
                    }
                });
        return IntStream.range(0, rules)
                .mapToObj(rule -> new Count(people[rule], mailable[rule]))
                .toList();
    }
}
