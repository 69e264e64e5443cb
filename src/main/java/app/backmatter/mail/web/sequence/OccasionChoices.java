package app.backmatter.mail.web.sequence;

import app.backmatter.audience.ContactFacts;
import app.backmatter.audience.RuleChoices;
import app.backmatter.mail.sequence.Occasion;
import app.backmatter.mail.sequence.SequenceRules;
import app.backmatter.mail.sequence.SequenceRules.Rule;
import app.backmatter.pages.SourceNames;
import app.backmatter.pages.Words;
import app.backmatter.shared.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can bring people into a sequence and end it, in the workspace in scope, each by its name for people. */
@Component
class OccasionChoices {
    private final ObjectProvider<RuleChoices> choices;
    private final ContactFacts facts;
    private final SourceNames sources;
    private final Words words;

    OccasionChoices(ObjectProvider<RuleChoices> choices, ContactFacts facts, SourceNames sources, Words words) {
        this.choices = choices;
        this.facts = facts;
        this.sources = sources;
        this.words = words;
    }

    record Named(UUID id, boolean entry, String name) {}

    /** An occasion as a form names it. */
    record Chosen(Occasion occasion, String subject) {}

    List<String> tags() {
        return facts.tags();
    }

    /** Names by what a form sends. A tag is typed beside. */
    Map<String, String> entries(Locale locale) {
        var named = new LinkedHashMap<String, String>();
        named.put("SIGNED_UP:", words.say("mail.occasion.SIGNED_UP"));
        each().forEach(all ->
                all.pages().forEach(page -> named.put("SIGNED_UP:" + page.path(), signedUp(page.name()))));
        var places = sources.in(locale);
        each().forEach(all -> all.places()
                .forEach(place -> named.put(
                        "SIGNED_UP:" + place, words.say("mail.occasion.place", places.apply(Source.place(place))))));
        named.putAll(exits());
        return named;
    }

    private String signedUp(String page) {
        return words.say("mail.occasion.page", page);
    }

    Map<String, String> exits() {
        var named = new LinkedHashMap<String, String>();
        named.put("TAGGED:", words.say("mail.occasion.TAGGED"));
        named.put("BOUGHT:", words.say("mail.occasion.BOUGHT"));
        each().forEach(all -> all.products()
                .forEach(product ->
                        named.put("BOUGHT:" + product.id(), words.say("mail.occasion.product", product.name()))));
        return named;
    }

    Optional<Chosen> chosen(String typed, SequenceRules.Way way, String tag, Locale locale) {
        var known = way == SequenceRules.Way.ENTRY ? entries(locale) : exits();
        if (!known.containsKey(typed)) {
            return Optional.empty();
        }
        var occasion = Occasion.valueOf(typed.substring(0, typed.indexOf(':')));
        var subject = occasion == Occasion.TAGGED ? tag : typed.substring(typed.indexOf(':') + 1);
        return Optional.of(new Chosen(occasion, subject));
    }

    List<Named> named(List<Rule> rules, Locale locale) {
        var known = entries(locale);
        return rules.stream()
                .map(rule -> new Named(rule.id(), rule.way() == SequenceRules.Way.ENTRY, name(rule, known)))
                .toList();
    }

    private String name(Rule rule, Map<String, String> known) {
        return rule.occasion() == Occasion.TAGGED
                ? words.say("mail.occasion.tag", rule.subject())
                : known.getOrDefault(rule.occasion() + ":" + rule.subject(), words.say("mail.step.gone"));
    }

    private List<RuleChoices> each() {
        return choices.stream().toList();
    }
}
