package app.backmatter.audience.segment;

import app.backmatter.audience.ContactStatus;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a contact must be to belong to a segment. Kept as JSON: a kind's name and components stay as they are for ever.
 * Where one says {@code is}, false asks for the opposite.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.Group.class, name = "group"),
    @JsonSubTypes.Type(value = Rule.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Rule.Tagged.class, name = "tagged"),
    @JsonSubTypes.Type(value = Rule.AgreedOn.class, name = "agreed-on"),
    @JsonSubTypes.Type(value = Rule.CameBy.class, name = "came-by"),
    @JsonSubTypes.Type(value = Rule.CameFrom.class, name = "came-from"),
    @JsonSubTypes.Type(value = Rule.Country.class, name = "country"),
    @JsonSubTypes.Type(value = Rule.Bought.class, name = "bought"),
    @JsonSubTypes.Type(value = Rule.BoughtOf.class, name = "bought-of"),
    @JsonSubTypes.Type(value = Rule.Spent.class, name = "spent"),
    @JsonSubTypes.Type(value = Rule.Ordered.class, name = "ordered"),
    @JsonSubTypes.Type(value = Rule.Before.class, name = "before"),
    @JsonSubTypes.Type(value = Rule.Since.class, name = "since"),
    @JsonSubTypes.Type(value = Rule.Within.class, name = "within"),
    @JsonSubTypes.Type(value = Rule.Ever.class, name = "ever")
})
public sealed interface Rule {
    /** Everybody, as long as nothing is asked. */
    Rule EVERYBODY = new Group(Join.ALL, List.of());

    enum Join {
        ALL,
        ANY
    }

    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    /** Which visit brought the person. */
    enum Visit {
        FIRST,
        LAST
    }

    /** What has a latest moment. */
    enum Deed {
        JOINED,
        AGREED,
        MAILED,
        OPENED,
        CLICKED
    }

    /** An empty one asks nothing. */
    record Group(Join join, List<Rule> rules) implements Rule {}

    record Status(ContactStatus status, boolean is) implements Rule {}

    record Tagged(String tag, boolean is) implements Rule {}

    /** @param origin as a sign-up tells it: the page's address from the first slash, or a word */
    record AgreedOn(String origin, boolean is) implements Rule {}

    record CameBy(Visit visit, SourceKind by, boolean is) implements Rule {}

    record CameFrom(Visit visit, Source source, boolean is) implements Rule {}

    /** @param country two letters; empty for unknown */
    record Country(String country, boolean is) implements Rule {}

    record Bought(UUID product, boolean is) implements Rule {}

    /** Any product that belongs to the book. */
    record BoughtOf(UUID book, boolean is) implements Rule {}

    /** After taxes and what went back, in one currency. */
    record Spent(Bound bound, Money amount) implements Rule {}

    record Ordered(Bound bound, int orders) implements Rule {}

    /** Before the day began, in the workspace's time zone; who never did it is not meant. */
    record Before(Deed deed, LocalDate day) implements Rule {}

    /** On the day or later. */
    record Since(Deed deed, LocalDate day) implements Rule {}

    /** Within the last so many times 24 hours; the opposite means also who never did it. */
    record Within(Deed deed, int days, boolean is) implements Rule {}

    record Ever(Deed deed, boolean is) implements Rule {}
}
