package app.backmatter.audience.segment;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.Addressed;
import app.backmatter.audience.RuleChoices;
import app.backmatter.audience.SegmentId;
import app.backmatter.database.WorkspaceScope;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes conditions of rules, as of now, in the workspace in scope. */
@Component
public class Filters {
    /** Whoever asks for a segment that is no more means nobody by it, rather than everybody. */
    private static final String NOBODY = "false";

    private final SegmentStore segments;
    private final Workspaces workspaces;
    private final ObjectProvider<RuleChoices> choices;
    private final Clock clock;

    Filters(SegmentStore segments, Workspaces workspaces, ObjectProvider<RuleChoices> choices, Clock clock) {
        this.segments = segments;
        this.workspaces = workspaces;
        this.choices = choices;
        this.clock = clock;
    }

    public Filter of(Rule rule) {
        var bindings = new Bindings();
        return new Filter(sql(bindings).of(rule), bindings);
    }

    /** @param segment absent for everybody */
    public Filter of(@Nullable SegmentId segment) {
        return segment == null ? of(Rule.EVERYBODY) : of(new Addressed(segment, Set.of()));
    }

    /** One for each, to stand in one statement. */
    public List<Filter> each(Collection<Rule> rules) {
        var bindings = new Bindings();
        return rules.stream()
                .map(rule -> new Filter(sql(bindings).of(rule), bindings))
                .toList();
    }

    /** Those of the segment who are in none of the exceptions; nobody where one of them is no more. */
    public Filter of(Addressed addressed) {
        var bindings = new Bindings();
        var sql = sql(bindings);
        var wanted = addressed.segment() == null ? Stream.of("true") : Stream.of(sql(sql, addressed.segment()));
        var unwanted = addressed.except().stream()
                .map(id -> segments.find(id)
                        .map(segment -> "not (" + sql.of(segment.rule()) + ")")
                        .orElse(NOBODY));
        var all = Stream.concat(wanted, unwanted).collect(Collectors.joining(" and "));
        return new Filter(all, bindings);
    }

    private String sql(RuleSql sql, SegmentId id) {
        return segments.find(id).map(segment -> sql.of(segment.rule())).orElse(NOBODY);
    }

    private RuleSql sql(Bindings bindings) {
        var zone = workspaces.get(WorkspaceScope.current()).timeZone();
        return new RuleSql(bindings, clock.instant(), zone, this::productsOf);
    }

    private Collection<UUID> productsOf(UUID book) {
        return choices.stream()
                .flatMap(each -> each.products().stream())
                .filter(product -> book.equals(product.book()))
                .map(RuleChoices.Product::id)
                .toList();
    }
}
