package app.backmatter.audience.web;

import app.backmatter.audience.domain.ContactList;
import app.backmatter.audience.domain.TagMany;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tag for everybody in a list as it is filtered, after asking. */
@Controller
class TaggingController {
    private final ContactList contacts;
    private final TagMany tagMany;
    private final Words words;

    TaggingController(ContactList contacts, TagMany tagMany, Words words) {
        this.contacts = contacts;
        this.tagMany = tagMany;
        this.words = words;
    }

    @PostMapping("/w/{workspace}/contacts/tagging")
    String tag(
            ContactFilterForm form,
            @RequestParam(defaultValue = "") String give,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes redirect) {
        var tag = Typed.line(give);
        if (!TagsController.isTag(tag)) {
            redirect.addFlashAttribute("giveError", words.say("audience.error.tag"));
            return "redirect:/w/{workspace}/contacts";
        }
        if (!sure) {
            model.addAttribute("question", words.say("audience.tagging.ask", contacts.count(form.toFilter()), tag));
            model.addAttribute("text", words.say("audience.tagging.text"));
            model.addAttribute("button", words.say("audience.tagging.button"));
            model.addAttribute("action", "/contacts/tagging");
            model.addAttribute("fields", fields(form, tag));
            model.addAttribute("back", "/contacts");
            return "audience/tags/ask";
        }
        redirect.addFlashAttribute("flash", words.say("audience.tagging.done", tagMany.give(tag, form.toFilter())));
        redirect.addAttribute("tag", tag);
        return "redirect:/w/{workspace}/contacts";
    }

    private static Map<String, String> fields(ContactFilterForm form, String tag) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", Typed.line(form.q()));
        fields.put("status", Typed.line(form.status()));
        fields.put("tag", Typed.line(form.tag()));
        fields.put("segment", form.segment() == null ? "" : form.segment().toString());
        fields.put("give", tag);
        return fields;
    }
}
