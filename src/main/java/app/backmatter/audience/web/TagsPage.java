package app.backmatter.audience.web;

import app.backmatter.audience.domain.TagRules;
import app.backmatter.audience.domain.TagShelf;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** The tags and the rules that give them, for whatever is to be shown with them. */
@Component
class TagsPage {
    private static final String PAGE = "audience/tags/index";

    private final TagShelf tags;
    private final TagRules rules;
    private final RuleOptions options;

    TagsPage(TagShelf tags, TagRules rules, RuleOptions options) {
        this.tags = tags;
        this.rules = rules;
        this.options = options;
    }

    /** @param subject by its name for people */
    record ShownRule(TagRules.TagRule rule, String subject) {}

    String show(Model model, Locale locale) {
        var known = options.all(locale);
        model.addAttribute("tags", tags.all());
        model.addAttribute(
                "rules",
                rules.all().stream()
                        .map(rule -> new ShownRule(rule, subject(rule, known)))
                        .toList());
        model.addAttribute("products", known.get(Control.PRODUCT));
        model.addAttribute("pages", known.get(Control.PAGE));
        return PAGE;
    }

    /** With what was typed, and what is wrong with it. */
    ModelAndView refuse(Map<String, String> typed, Model model, Locale locale) {
        model.addAttribute("typed", typed);
        return new ModelAndView(show(model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String subject(TagRules.TagRule rule, Map<Control, Map<String, String>> known) {
        return switch (rule.event()) {
            case BOUGHT -> known.getOrDefault(Control.PRODUCT, Map.of()).getOrDefault(rule.subject(), "…");
            case SIGNED_UP -> known.getOrDefault(Control.PAGE, Map.of()).getOrDefault(rule.subject(), "…");
            case CLICKED -> rule.subject();
        };
    }
}
