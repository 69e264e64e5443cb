package app.backmatter.audience.web;

import app.backmatter.audience.TagEvent;
import app.backmatter.audience.domain.TagRules;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tags that people get by themselves. */
@Controller
@RequestMapping("/w/{workspace}/tags/rules")
class TagRulesController {
    private static final String BACK = "redirect:/w/{workspace}/tags";

    private final TagRules rules;
    private final TagsPage page;
    private final Words words;

    TagRulesController(TagRules rules, TagsPage page, Words words) {
        this.rules = rules;
        this.page = page;
        this.words = words;
    }

    @PostMapping
    Object add(
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String tag,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var known = Arrays.stream(TagEvent.values())
                .filter(one -> one.name().equals(event))
                .findFirst()
                .orElseThrow(NotFound::new);
        var about = Typed.line(subject);
        var typed = new HashMap<>(Map.of("event", event, "subject", subject, "tag", tag));
        if (about.isEmpty() || about.length() > 2_000) {
            typed.put("subjectError", words.say("audience.tags.rule.error." + known));
        }
        if (!TagsController.isTag(Typed.line(tag))) {
            typed.put("tagError", words.say("audience.error.tag"));
        }
        boolean isWrong = typed.containsKey("subjectError") || typed.containsKey("tagError");
        if (isWrong) {
            return page.refuse(typed, model, locale);
        }
        rules.add(known, about, Typed.line(tag));
        redirect.addFlashAttribute("flash", words.say("audience.tags.rule.added"));
        return BACK;
    }

    @PostMapping("/deletion")
    String delete(@RequestParam @Nullable UUID rule) {
        if (rule != null) {
            rules.delete(rule);
        }
        return BACK;
    }
}
