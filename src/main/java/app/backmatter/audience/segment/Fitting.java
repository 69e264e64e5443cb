package app.backmatter.audience.segment;

import app.backmatter.database.WorkspaceScope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tells who fits rules, in the workspace in scope. */
@Service
public class Fitting {
    private static final String COUNT =
            "count(*) filter (where %1$s), count(*) filter (where c.status = 'SUBSCRIBED' and %1$s)";

    private final JdbcClient jdbc;
    private final Filters filters;

    Fitting(JdbcClient jdbc, Filters filters) {
        this.jdbc = jdbc;
        this.filters = filters;
    }

    /** @param mailable those of the people who get marketing mail */
    public record Count(long people, long mailable) {}

    /** In the order of the rules, by one look at each contact however many rules there are. */
    public List<Count> counts(List<Rule> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var conditions = filters.each(rules);
        var counts = conditions.stream()
                .map(condition -> COUNT.formatted(condition.sql()))
                .collect(Collectors.joining(", "));
        return conditions
                .getFirst()
                .on(jdbc.sql("select " + counts + " from contacts c where c.workspace_id = :workspace")
                        .param("workspace", WorkspaceScope.current().value()))
                .query((row, n) -> {
                    var all = new ArrayList<Count>();
                    for (int column = 1; column <= 2 * rules.size(); column += 2) {
                        all.add(new Count(row.getLong(column), row.getLong(column + 1)));
                    }
                    return all;
                })
                .single();
    }
}
