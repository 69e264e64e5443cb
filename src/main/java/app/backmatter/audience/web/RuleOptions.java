package app.backmatter.audience.web;

import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.RuleChoices;
import app.backmatter.audience.domain.ContactList;
import app.backmatter.pages.Countries;
import app.backmatter.pages.SourceNames;
import app.backmatter.pages.Words;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The values that rules can name in the workspace in scope, each by its name for people. */
@Component
class RuleOptions {
    /** Where people agree beside the pages for signing up. */
    private static final List<String> OTHER_PAGES = List.of("/preferences", "/present");

    private final ObjectProvider<RuleChoices> choices;
    private final ContactList contacts;
    private final SourceNames sources;
    private final Words words;

    RuleOptions(ObjectProvider<RuleChoices> choices, ContactList contacts, SourceNames sources, Words words) {
        this.choices = choices;
        this.contacts = contacts;
        this.sources = sources;
        this.words = words;
    }

    Map<Control, Map<String, String>> all(Locale locale) {
        var named = sources.in(locale);
        var all = new EnumMap<Control, Map<String, String>>(Control.class);
        all.put(Control.STATUS, statuses());
        all.put(Control.BY, kinds());
        all.put(Control.TAG, by(contacts.tags(), tag -> tag, tag -> tag));
        all.put(Control.COUNTRY, countries(locale));
        all.put(Control.PAGE, pages());
        all.put(
                Control.PLACE,
                by(each(RuleChoices::places), Object::toString, place -> named.apply(Source.place(place))));
        all.put(
                Control.PRODUCT,
                by(each(RuleChoices::products), one -> one.id().toString(), RuleChoices.Product::name));
        all.put(Control.BOOK, by(each(RuleChoices::books), one -> one.id().toString(), RuleChoices.Book::title));
        return all;
    }

    private Map<String, String> statuses() {
        return by(List.of(ContactStatus.values()), Enum::name, one -> words.say("audience.status." + one.name()));
    }

    private Map<String, String> kinds() {
        return by(List.of(SourceKind.values()), Enum::name, one -> words.say("audience.segment.by." + one.name()));
    }

    private Map<String, String> pages() {
        var pages = by(each(RuleChoices::pages), RuleChoices.Page::path, RuleChoices.Page::name);
        OTHER_PAGES.forEach(page -> pages.put(page, words.say("audience.origin." + page)));
        return pages;
    }

    private static Map<String, String> countries(Locale locale) {
        var countries = new LinkedHashMap<>(Countries.named(locale));
        countries.remove("");
        return countries;
    }

    private <T> List<T> each(Function<RuleChoices, List<T>> list) {
        return choices.stream().flatMap(one -> list.apply(one).stream()).toList();
    }

    private static <T> Map<String, String> by(Collection<T> all, Function<T, String> value, Function<T, String> name) {
        var named = new LinkedHashMap<String, String>();
        all.forEach(one -> named.put(value.apply(one), name.apply(one)));
        return named;
    }
}
