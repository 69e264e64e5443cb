package app.backmatter.audience.web;

import app.backmatter.audience.segment.Rule;
import app.backmatter.shared.SourceKind;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sentence as it was typed.
 *
 * @param kind absent until one is chosen
 */
record RuleRow(@Nullable RuleKind kind, String value) {
    static final RuleRow EMPTY = new RuleRow(null, "");

    /** Whether it says nothing wrong: an empty one says nothing. */
    boolean fits(Currency currency) {
        return kind == null || kind.control().takes(value, currency);
    }

    /** Of one that {@link #fits}; empty for an empty one. */
    Optional<Rule> rule(Currency currency) {
        return Optional.ofNullable(kind).map(chosen -> chosen.rule(value, currency));
    }

    static RuleRow of(Rule rule) {
        return switch (rule) {
            case Rule.Group group -> EMPTY;
            case Rule.Status(var status, var is) -> row("STATUS", is, status.name());
            case Rule.Tagged(var tag, var is) ->
                is ? new RuleRow(RuleKind.TAG, tag) : new RuleRow(RuleKind.NO_TAG, tag);
            case Rule.AgreedOn(var origin, var is) -> row("AGREED_ON", is, origin);
            case Rule.CameBy(var visit, var by, var is) -> row(visit + (is ? "_BY" : "_NOT_BY"), by.name());
            case Rule.CameFrom from -> of(from);
            case Rule.Country(var country, var is)
            when country.isEmpty() -> row(is ? "COUNTRY_UNKNOWN" : "COUNTRY_KNOWN", "");
            case Rule.Country(var country, var is) -> row("COUNTRY", is, country);
            case Rule.Bought(var product, var is) -> row("BOUGHT", is, product.toString());
            case Rule.BoughtOf(var book, var is) -> row("BOUGHT_OF", is, book.toString());
            case Rule.Spent(var bound, var amount) -> row("SPENT_" + least(bound), amount.typed());
            case Rule.Ordered(var bound, var orders) -> row("ORDERS_" + least(bound), String.valueOf(orders));
            case Rule.Before(var deed, var day) -> row(deed + "_BEFORE", day.toString());
            case Rule.Since(var deed, var day) -> row(deed + "_SINCE", day.toString());
            case Rule.Within(var deed, var days, var is) -> row(deed + "_WITHIN", is, String.valueOf(days));
            case Rule.Ever(var deed, var is) -> row((is ? "" : "NEVER_") + deed, "");
        };
    }

    private static RuleRow of(Rule.CameFrom from) {
        var isPlace = from.source().kind() == SourceKind.PLACE;
        var value = isPlace ? String.valueOf(from.source().id()) : from.source().label();
        return row(from.visit() + (from.is() ? "_" : "_NOT_") + (isPlace ? "PLACE" : "CAMPAIGN"), value);
    }

    private static String least(Rule.Bound bound) {
        return bound == Rule.Bound.AT_LEAST ? "LEAST" : "MOST";
    }

    private static RuleRow row(String kind, boolean is, String value) {
        return row(is ? kind : "NOT_" + kind, value);
    }

    private static RuleRow row(String kind, String value) {
        return new RuleRow(RuleKind.valueOf(kind), value);
    }
}
