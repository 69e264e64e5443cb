package app.backmatter.audience.web;

import app.backmatter.audience.TagEvent;
import app.backmatter.audience.domain.TagRules;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
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
    private final Words words;

    TagRulesController(TagRules rules, Words words) {
        this.rules = rules;
        this.words = words;
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String tag,
            RedirectAttributes redirect) {
        var known = Arrays.stream(TagEvent.values())
                .filter(one -> one.name().equals(event))
                .findFirst();
        var about = Typed.line(subject);
        if (known.isEmpty() || about.isEmpty() || about.length() > 2_000 || !TagsController.isTag(Typed.line(tag))) {
            redirect.addFlashAttribute("ruleProblem", words.say("audience.tags.rule.error"));
            return BACK;
        }
        rules.add(known.get(), about, Typed.line(tag));
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
