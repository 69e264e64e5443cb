package app.backmatter.audience.segment;

import app.backmatter.audience.segment.Rule.Bound;
import app.backmatter.audience.segment.Rule.Deed;
import app.backmatter.audience.segment.Rule.Join;
import app.backmatter.audience.segment.Rule.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules as conditions on a row {@code c} of contacts. Each looks at that row alone, and is true or false, never null: so
 * any nesting of them is answered by one look at each contact.
 */
final class RuleSql {
    private final Bindings bindings;
    private final Instant now;
    private final ZoneId zone;
    private final Function<UUID, Collection<UUID>> productsOfBook;

    RuleSql(Bindings bindings, Instant now, ZoneId zone, Function<UUID, Collection<UUID>> productsOfBook) {
        this.bindings = bindings;
        this.now = now;
        this.zone = zone;
        this.productsOfBook = productsOfBook;
    }

    String of(Rule rule) {
        return switch (rule) {
            case Rule.Group(var join, var rules) when rules.isEmpty() -> "true";
            case Rule.Group(var join, var rules) -> group(join, rules);
            case Rule.Status(var status, var is) -> be("c.status = " + bindings.text(status.name()), is);
            case Rule.Tagged(var tag, var is) -> be(bindings.text(tag) + " = any(c.tags)", is);
            case Rule.AgreedOn(var origin, var is) -> be(bindings.text(origin) + " = any(c.consent_origins)", is);
            case Rule.CameBy(var visit, var by, var is) ->
                be("c.%s_kind = %s".formatted(column(visit), bindings.text(by.name())), is);
            case Rule.CameFrom from -> be(source(from), from.is());
            case Rule.Country(var country, var is) ->
                country.isEmpty() ? be("c.country is null", is) : be("c.country = " + bindings.text(country), is);
            case Rule.Bought(var product, var is) -> be(bindings.id(product) + " = any(c.bought)", is);
            case Rule.BoughtOf(var book, var is) -> be("c.bought && " + bindings.ids(productsOfBook.apply(book)), is);
            case Rule.Spent(var bound, var amount) ->
                "case when c.spent_in = %s then c.spent else 0 end %s %s"
                        .formatted(
                                bindings.text(amount.currency().getCurrencyCode()),
                                sign(bound),
                                bindings.number(amount.minorUnits()));
            case Rule.Ordered(var bound, var orders) -> "c.orders " + sign(bound) + " " + bindings.number(orders);
            case Rule.Before(var deed, var day) ->
                be(column(deed) + " < " + moment(day.atStartOfDay(zone).toInstant()), true);
            case Rule.Since(var deed, var day) ->
                be(column(deed) + " >= " + moment(day.atStartOfDay(zone).toInstant()), true);
            case Rule.Within(var deed, var days, var is) ->
                be(column(deed) + " >= " + moment(now.minus(Duration.ofDays(days))), is);
            case Rule.Ever(var deed, var is) -> be(column(deed) + " is not null", is);
        };
    }

    /** What a condition takes to tell. */
    private enum Toil {
        COLUMN,
        ARRAY,
        GROUP
    }

    private record Part(Toil toil, String sql) {}

    /** What is quick to tell comes first, and the tags are opened once for all that is asked of them alike. */
    private String group(Join join, List<Rule> rules) {
        var others = rules.stream()
                .filter(rule -> !(rule instanceof Rule.Tagged))
                .map(rule -> new Part(toil(rule), of(rule)));
        var tags = Stream.of(true, false).flatMap(is -> tags(join, rules, is).stream());
        return Stream.concat(others, tags)
                .sorted(Comparator.comparing(Part::toil))
                .map(Part::sql)
                .collect(Collectors.joining(join == Join.ALL ? " and " : " or ", "(", ")"));
    }

    /** All of the tags, or one of them at least: whichever a group of rules on single tags comes to. */
    private Optional<Part> tags(Join join, List<Rule> rules, boolean is) {
        var asked = rules.stream()
                .flatMap(rule ->
                        rule instanceof Rule.Tagged(var tag, var has) && has == is ? Stream.of(tag) : Stream.of())
                .toList();
        var all = (join == Join.ALL) == is;
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(Toil.ARRAY, be("c.tags " + (all ? "@> " : "&& ") + bindings.texts(asked), is)));
    }

    private static Toil toil(Rule rule) {
        return switch (rule) {
            case Rule.Group _ -> Toil.GROUP;
            case Rule.Tagged _, Rule.AgreedOn _, Rule.Bought _, Rule.BoughtOf _ -> Toil.ARRAY;
            default -> Toil.COLUMN;
        };
    }

    private String source(Rule.CameFrom from) {
        var source = from.source();
        var column = column(from.visit());
        var kind =
                "c.%s_kind = %s".formatted(column, bindings.text(source.kind().name()));
        return source.id() == null
                ? "(%s and c.%s_label = %s)".formatted(kind, column, bindings.text(source.label()))
                : "(%s and c.%s_id = %s)".formatted(kind, column, bindings.id(source.id()));
    }

    private String moment(Instant at) {
        return bindings.moment(at);
    }

    private static String be(String condition, boolean is) {
        return "(" + condition + ") is " + (is ? "true" : "not true");
    }

    private static String column(Visit visit) {
        return visit == Visit.FIRST ? "first_source" : "last_source";
    }

    private static String column(Deed deed) {
        return switch (deed) {
            case JOINED -> "c.joined_at";
            case AGREED -> "c.consented_at";
            case MAILED -> "c.mailed_at";
            case OPENED -> "c.opened_at";
            case CLICKED -> "c.clicked_at";
        };
    }

    private static String sign(Bound bound) {
        return bound == Bound.AT_LEAST ? ">=" : "<=";
    }
}
