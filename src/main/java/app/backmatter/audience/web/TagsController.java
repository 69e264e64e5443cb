package app.backmatter.audience.web;

import app.backmatter.audience.domain.TagShelf;
import app.backmatter.audience.segment.SegmentTags;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tags as a whole. What touches many people is asked once more: posted without being sure, it changes nothing. */
@Controller
@RequestMapping("/w/{workspace}/tags")
class TagsController {
    private static final String BACK = "redirect:/w/{workspace}/tags";

    private final TagShelf tags;
    private final SegmentTags segmentTags;
    private final TagsPage page;
    private final Words words;

    TagsController(TagShelf tags, SegmentTags segmentTags, TagsPage page, Words words) {
        this.tags = tags;
        this.segmentTags = segmentTags;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    String index(Model model, Locale locale) {
        return page.show(model, locale);
    }

    @PostMapping("/renaming")
    Object rename(
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var old = Typed.line(tag);
        var other = Typed.line(name);
        if (!isTag(other)) {
            var typed = Map.of("renamed", old, "name", name, "nameError", words.say("audience.error.tag"));
            return page.refuse(typed, model, locale);
        }
        if (!sure && !other.equals(old) && tags.count(other) > 0) {
            model.addAttribute("question", words.say("audience.tags.merge.ask", old, other));
            model.addAttribute("text", words.say("audience.tags.merge.text", tags.count(old), other));
            model.addAttribute("button", words.say("audience.tags.merge.button"));
            model.addAttribute("action", "/tags/renaming");
            model.addAttribute("fields", Map.of("tag", old, "name", other));
            model.addAttribute("back", "/tags");
            return "audience/tags/ask";
        }
        tags.rename(old, other);
        redirect.addFlashAttribute("flash", words.say("audience.tags.renamed", old, other));
        return BACK;
    }

    @PostMapping("/deletion")
    String delete(
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes redirect) {
        var old = Typed.line(tag);
        if (!sure) {
            model.addAttribute("question", words.say("audience.tags.deletion.ask", old));
            model.addAttribute("text", words.say("audience.tags.deletion.text", tags.count(old)) + " " + asking(old));
            model.addAttribute("button", words.say("audience.tags.deletion.button"));
            model.addAttribute("action", "/tags/deletion");
            model.addAttribute("fields", Map.of("tag", old));
            model.addAttribute("back", "/tags");
            return "audience/tags/ask";
        }
        tags.delete(old);
        redirect.addFlashAttribute("flash", words.say("audience.tags.deleted", old));
        return BACK;
    }

    /** What will find nobody by it. */
    private String asking(String tag) {
        var naming = Stream.concat(
                        segmentTags.naming(tag).stream()
                                .map(segment -> words.say("audience.tags.deletion.segment", segment.name())),
                        tags.uses(tag).stream().map(use -> words.say(use.messageKey(), use.name())))
                .toList();
        return naming.isEmpty() ? "" : words.say("audience.tags.deletion.asking", String.join(", ", naming));
    }

    static boolean isTag(String typed) {
        return !typed.isEmpty() && typed.length() <= 60;
    }
}
