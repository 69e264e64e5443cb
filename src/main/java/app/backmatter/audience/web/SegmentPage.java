package app.backmatter.audience.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.SegmentId;
import app.backmatter.audience.domain.ContactList;
import app.backmatter.audience.segment.Filters;
import app.backmatter.audience.segment.Fitting;
import app.backmatter.audience.segment.Rule;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Words;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which a segment is made, with how many fit what was typed so far, and ten of them. */
@Component
class SegmentPage {
    private final Fitting fitting;
    private final Filters filters;
    private final ContactList contacts;
    private final RuleOptions options;
    private final Workspaces workspaces;
    private final Words words;

    SegmentPage(
            Fitting fitting,
            Filters filters,
            ContactList contacts,
            RuleOptions options,
            Workspaces workspaces,
            Words words) {
        this.fitting = fitting;
        this.filters = filters;
        this.contacts = contacts;
        this.options = options;
        this.workspaces = workspaces;
        this.words = words;
    }

    String of(@Nullable SegmentId known, SegmentForm form, SegmentProblems problems, Model model, Locale locale) {
        model.addAttribute("known", known);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("themes", RuleKind.BY_THEME);
        model.addAttribute("options", options.all(locale));
        model.addAttribute("currency", currency().getCurrencyCode());
        if (!form.saysNothing() && form.wrong(currency()).isEmpty()) {
            var rule = rule(form);
            model.addAttribute("count", fitting.count(rule));
            model.addAttribute("sample", contacts.newest(filters.of(rule), 10));
        }
        return "audience/segments/edit";
    }

    /** Of a form without anything wrong. */
    Rule rule(SegmentForm form) {
        return form.rule(currency());
    }

    SegmentProblems problems(SegmentForm form) {
        var length = form.name().length();
        var problems = problemsOfRules(form);
        return length >= 1 && length <= 100 ? problems : problems.named(words.say("audience.segment.error.name"));
    }

    SegmentProblems problemsOfRules(SegmentForm form) {
        var rows = new LinkedHashMap<String, String>();
        form.wrong(currency()).forEach(field -> rows.put(field, words.say(error(form, field))));
        return new SegmentProblems("", form.saysNothing() ? words.say("audience.segment.error.rules") : "", rows);
    }

    private static String error(SegmentForm form, String field) {
        var places = field.substring(1).split("\\.c");
        var row = form.groups().get(Integer.parseInt(places[0])).rows().get(Integer.parseInt(places[1]));
        return "audience.segment.error."
                + (row.kind() == null ? Control.NONE : row.kind().control());
    }

    private Currency currency() {
        return workspaces.get(WorkspaceScope.current()).currency();
    }
}
