package app.backmatter.audience.web;

import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.segment.Rule;
import app.backmatter.audience.segment.Rule.Bound;
import app.backmatter.audience.segment.Rule.Deed;
import app.backmatter.audience.segment.Rule.Visit;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sentences that authors make rules of: each takes one value, or none. */
enum RuleKind {
    STATUS(Theme.CONSENT, Control.STATUS, value -> new Rule.Status(ContactStatus.valueOf(value), true)),
    NOT_STATUS(Theme.CONSENT, Control.STATUS, value -> new Rule.Status(ContactStatus.valueOf(value), false)),
    AGREED_ON(Theme.CONSENT, Control.PAGE, value -> new Rule.AgreedOn(value, true)),
    NOT_AGREED_ON(Theme.CONSENT, Control.PAGE, value -> new Rule.AgreedOn(value, false)),
    AGREED_BEFORE(Theme.CONSENT, Control.DATE, value -> new Rule.Before(Deed.AGREED, LocalDate.parse(value))),
    AGREED_SINCE(Theme.CONSENT, Control.DATE, value -> new Rule.Since(Deed.AGREED, LocalDate.parse(value))),

    TAG(Theme.TAGS, Control.TAG, value -> new Rule.Tagged(value, true)),
    NO_TAG(Theme.TAGS, Control.TAG, value -> new Rule.Tagged(value, false)),

    BOUGHT(Theme.PURCHASES, Control.PRODUCT, value -> new Rule.Bought(UUID.fromString(value), true)),
    NOT_BOUGHT(Theme.PURCHASES, Control.PRODUCT, value -> new Rule.Bought(UUID.fromString(value), false)),
    BOUGHT_OF(Theme.PURCHASES, Control.BOOK, value -> new Rule.BoughtOf(UUID.fromString(value), true)),
    NOT_BOUGHT_OF(Theme.PURCHASES, Control.BOOK, value -> new Rule.BoughtOf(UUID.fromString(value), false)),
    SPENT_LEAST(Theme.PURCHASES, Control.AMOUNT, (value, in) -> new Rule.Spent(Bound.AT_LEAST, money(value, in))),
    SPENT_MOST(Theme.PURCHASES, Control.AMOUNT, (value, in) -> new Rule.Spent(Bound.AT_MOST, money(value, in))),
    ORDERS_LEAST(Theme.PURCHASES, Control.NUMBER, value -> new Rule.Ordered(Bound.AT_LEAST, Integer.parseInt(value))),
    ORDERS_MOST(Theme.PURCHASES, Control.NUMBER, value -> new Rule.Ordered(Bound.AT_MOST, Integer.parseInt(value))),

    OPENED_WITHIN(Theme.MAILS, Control.DAYS, value -> within(Deed.OPENED, value, true)),
    NOT_OPENED_WITHIN(Theme.MAILS, Control.DAYS, value -> within(Deed.OPENED, value, false)),
    OPENED(Theme.MAILS, Control.NONE, value -> new Rule.Ever(Deed.OPENED, true)),
    NEVER_OPENED(Theme.MAILS, Control.NONE, value -> new Rule.Ever(Deed.OPENED, false)),
    CLICKED_WITHIN(Theme.MAILS, Control.DAYS, value -> within(Deed.CLICKED, value, true)),
    NOT_CLICKED_WITHIN(Theme.MAILS, Control.DAYS, value -> within(Deed.CLICKED, value, false)),
    CLICKED(Theme.MAILS, Control.NONE, value -> new Rule.Ever(Deed.CLICKED, true)),
    NEVER_CLICKED(Theme.MAILS, Control.NONE, value -> new Rule.Ever(Deed.CLICKED, false)),
    MAILED_WITHIN(Theme.MAILS, Control.DAYS, value -> within(Deed.MAILED, value, true)),
    NOT_MAILED_WITHIN(Theme.MAILS, Control.DAYS, value -> within(Deed.MAILED, value, false)),
    MAILED(Theme.MAILS, Control.NONE, value -> new Rule.Ever(Deed.MAILED, true)),
    NEVER_MAILED(Theme.MAILS, Control.NONE, value -> new Rule.Ever(Deed.MAILED, false)),

    JOINED_BEFORE(Theme.PERSON, Control.DATE, value -> new Rule.Before(Deed.JOINED, LocalDate.parse(value))),
    JOINED_SINCE(Theme.PERSON, Control.DATE, value -> new Rule.Since(Deed.JOINED, LocalDate.parse(value))),
    JOINED_WITHIN(Theme.PERSON, Control.DAYS, value -> within(Deed.JOINED, value, true)),
    NOT_JOINED_WITHIN(Theme.PERSON, Control.DAYS, value -> within(Deed.JOINED, value, false)),
    COUNTRY(Theme.PERSON, Control.COUNTRY, value -> new Rule.Country(value, true)),
    NOT_COUNTRY(Theme.PERSON, Control.COUNTRY, value -> new Rule.Country(value, false)),
    COUNTRY_UNKNOWN(Theme.PERSON, Control.NONE, value -> new Rule.Country("", true)),
    COUNTRY_KNOWN(Theme.PERSON, Control.NONE, value -> new Rule.Country("", false)),

    FIRST_BY(Theme.FIRST, Control.BY, value -> new Rule.CameBy(Visit.FIRST, SourceKind.valueOf(value), true)),
    FIRST_NOT_BY(Theme.FIRST, Control.BY, value -> new Rule.CameBy(Visit.FIRST, SourceKind.valueOf(value), false)),
    FIRST_PLACE(Theme.FIRST, Control.PLACE, value -> new Rule.CameFrom(Visit.FIRST, place(value), true)),
    FIRST_NOT_PLACE(Theme.FIRST, Control.PLACE, value -> new Rule.CameFrom(Visit.FIRST, place(value), false)),
    FIRST_CAMPAIGN(
            Theme.FIRST, Control.CAMPAIGN, value -> new Rule.CameFrom(Visit.FIRST, Source.campaign(value), true)),
    FIRST_NOT_CAMPAIGN(
            Theme.FIRST, Control.CAMPAIGN, value -> new Rule.CameFrom(Visit.FIRST, Source.campaign(value), false)),

    LAST_BY(Theme.LAST, Control.BY, value -> new Rule.CameBy(Visit.LAST, SourceKind.valueOf(value), true)),
    LAST_NOT_BY(Theme.LAST, Control.BY, value -> new Rule.CameBy(Visit.LAST, SourceKind.valueOf(value), false)),
    LAST_PLACE(Theme.LAST, Control.PLACE, value -> new Rule.CameFrom(Visit.LAST, place(value), true)),
    LAST_NOT_PLACE(Theme.LAST, Control.PLACE, value -> new Rule.CameFrom(Visit.LAST, place(value), false)),
    LAST_CAMPAIGN(Theme.LAST, Control.CAMPAIGN, value -> new Rule.CameFrom(Visit.LAST, Source.campaign(value), true)),
    LAST_NOT_CAMPAIGN(
            Theme.LAST, Control.CAMPAIGN, value -> new Rule.CameFrom(Visit.LAST, Source.campaign(value), false));

    /** Under which heading a sentence stands among the choices. */
    enum Theme {
        CONSENT,
        TAGS,
        PURCHASES,
        MAILS,
        PERSON,
        FIRST,
        LAST
    }

    static final Map<Theme, List<RuleKind>> BY_THEME = Arrays.stream(values())
            .collect(Collectors.groupingBy(kind -> kind.theme, LinkedHashMap::new, Collectors.toList()));

    private final Theme theme;
    private final Control control;
    private final BiFunction<String, Currency, Rule> rule;

    RuleKind(Theme theme, Control control, BiFunction<String, Currency, Rule> rule) {
        this.theme = theme;
        this.control = control;
        this.rule = rule;
    }

    RuleKind(Theme theme, Control control, Function<String, Rule> rule) {
        this(theme, control, (value, currency) -> rule.apply(value));
    }

    public Control control() {
        return control;
    }

    /** @param value one that the control takes */
    Rule rule(String value, Currency currency) {
        return rule.apply(value, currency);
    }

    private static Rule within(Deed deed, String days, boolean is) {
        return new Rule.Within(deed, Integer.parseInt(days), is);
    }

    private static Source place(String id) {
        return Source.place(UUID.fromString(id));
    }

    private static Money money(String typed, Currency currency) {
        return Money.parse(typed, currency).orElseThrow();
    }
}
