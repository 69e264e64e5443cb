package app.backmatter.audience.segment;

import app.backmatter.database.WorkspaceScope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts who fits rules, in the workspace in scope. */
@Service
public class Fitting {
    private final JdbcClient jdbc;
    private final Filters filters;

    Fitting(JdbcClient jdbc, Filters filters) {
        this.jdbc = jdbc;
        this.filters = filters;
    }

    public long count(Rule rule) {
        return count(List.of(rule)).getFirst();
    }

    /** In the same order, by one look at each contact however many rules there are. */
    public List<Long> count(List<Rule> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var conditions = filters.each(rules);
        var counts = conditions.stream()
                .map(condition -> "count(*) filter (where " + condition.sql() + ")")
                .collect(Collectors.joining(", "));
        var sql = "select " + counts + " from contacts c where c.workspace_id = :workspace";
        return conditions
                .getFirst()
                .on(jdbc.sql(sql).param("workspace", WorkspaceScope.current().value()))
                .query((row, n) -> {
                    var all = new ArrayList<Long>();
                    for (int column = 1; column <= rules.size(); column++) {
                        all.add(row.getLong(column));
                    }
                    return all;
                })
                .single();
    }
}
