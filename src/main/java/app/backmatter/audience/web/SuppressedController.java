package app.backmatter.audience.web;

import app.backmatter.audience.Suppression;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.suppression.SuppressionList;
import app.backmatter.audience.suppression.SuppressionStore;
import app.backmatter.audience.suppression.SuppressionStore.Listed;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Slice;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import app.backmatter.shared.EmailAddress;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The addresses that get no mail. They are named by ids: a person's address belongs into no address of a page. */
@Controller
@RequestMapping("/w/{workspace}/suppressed")
class SuppressedController {
    private static final String BACK = "redirect:/w/{workspace}/suppressed";

    private final SuppressionList list;
    private final SuppressionStore store;
    private final Words words;
    private final Clock clock;

    SuppressedController(SuppressionList list, SuppressionStore store, Words words, Clock clock) {
        this.list = list;
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String index(
            @ModelAttribute("filter") SuppressedFilterForm filter, @RequestParam @Nullable UUID before, Model model) {
        var wanted = filter.wanted();
        model.addAttribute("addresses", Slice.of(list.search(wanted, before, Slice.LOOK_FOR), before, Listed::id));
        model.addAttribute("count", list.count(wanted));
        model.addAttribute("unfiltered", wanted.equals(new SuppressionList.Wanted("", null)));
        model.addAttribute("reasons", SuppressionReason.values());
        return "audience/suppressed/index";
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes redirect) {
        var address = EmailAddress.parse(Typed.line(email));
        if (address.isEmpty()) {
            model.addAttribute("emailError", words.say("audience.suppressed.error"));
            model.addAttribute("typedEmail", email);
            model.addAttribute("typedWhy", why);
            var page = index(new SuppressedFilterForm("", ""), null, model);
            model.addAttribute("filter", new SuppressedFilterForm("", ""));
            return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        store.suppress(
                List.of(new Suppression(address.get(), SuppressionReason.BY_HAND, Typed.line(why), clock.instant())));
        redirect.addFlashAttribute("flash", words.say("audience.suppressed.added", address.get()));
        return new ModelAndView(BACK);
    }

    @GetMapping("/{id}/lifting")
    String askToLift(@PathVariable UUID id, Model model) {
        model.addAttribute("listed", find(id));
        return "audience/suppressed/lifting";
    }

    @PostMapping("/{id}/lifting")
    String lift(@PathVariable UUID id, RedirectAttributes redirect) {
        var listed = find(id);
        store.lift(id, clock.instant());
        redirect.addFlashAttribute(
                "flash",
                words.say("audience.suppressed.lifted", listed.suppression().email()));
        return BACK;
    }

    private Listed find(UUID id) {
        return list.find(id).orElseThrow(NotFound::new);
    }
}
