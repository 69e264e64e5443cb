package app.backmatter.mail.web.health;

import app.backmatter.mail.bounce.BounceRulesStore;
import app.backmatter.mail.health.Counts;
import app.backmatter.mail.health.Limit;
import app.backmatter.mail.health.MailDays;
import app.backmatter.mail.health.MailDays.Day;
import app.backmatter.mail.health.SendingStops;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How mails arrive, what to do about it, and the way on after a stop. */
@Controller
@RequestMapping("/w/{workspace}/mail/health")
class HealthController {
    private static final String HERE = "redirect:/w/{workspace}/mail/health";
    private static final List<Integer> CHOICES = List.of(7, 30, 90);
    private static final int USUAL_DAYS = 30;
    private static final int PROVIDERS_SHOWN = 15;

    private final MailDays days;
    private final SendingStops stops;
    private final BounceRulesStore rules;
    private final Words words;

    HealthController(MailDays days, SendingStops stops, BounceRulesStore rules, Words words) {
        this.days = days;
        this.stops = stops;
        this.rules = rules;
        this.words = words;
    }

    @GetMapping
    String show(@RequestParam(name = "days", defaultValue = "") String asked, Model model) {
        model.addAttribute("rules", BounceRulesForm.of(rules.get()));
        return page(asked, model);
    }

    private String page(String asked, Model model) {
        int chosen = CHOICES.stream()
                .filter(choice -> choice.toString().equals(asked))
                .findFirst()
                .orElse(USUAL_DAYS);
        var each = days.days(chosen);
        model.addAttribute("choices", CHOICES);
        model.addAttribute("chosen", chosen);
        model.addAttribute("total", sum(each));
        model.addAttribute("limits", Limit.values());
        model.addAttribute(
                "charts",
                Stream.of(Limit.values())
                        .map(limit -> RateChart.of(limit, each))
                        .toList());
        model.addAttribute(
                "days",
                each.reversed().stream().filter(day -> day.counts().tried() > 0).toList());
        model.addAttribute("providers", days.byProvider(chosen, PROVIDERS_SHOWN));
        model.addAttribute("stop", stops.open().orElse(null));
        return "mail/health/show";
    }

    private static Counts sum(List<Day> each) {
        return each.stream().map(Day::counts).reduce(Counts.NONE, Counts::plus);
    }

    @PostMapping("/release")
    String release(RedirectAttributes redirect) {
        stops.release();
        redirect.addFlashAttribute("flash", words.say("mail.health.released"));
        return HERE;
    }

    @PostMapping("/rules")
    String setRules(
            @Valid @ModelAttribute("rules") BounceRulesForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page("", model);
        }
        rules.set(form.rules());
        redirect.addFlashAttribute("flash", words.say("mail.health.rules.saved"));
        return HERE;
    }
}
