package app.backmatter.audience.web;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.segment.NameTaken;
import app.backmatter.audience.segment.Segment;
import app.backmatter.audience.segment.SegmentStore;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Segments as they are made: each button beside the rules shows the same page again, with who fits by now. */
@Controller
@RequestMapping("/w/{workspace}/segments")
class SegmentChangesController {
    private final SegmentStore segments;
    private final SegmentPage page;
    private final Words words;

    SegmentChangesController(SegmentStore segments, SegmentPage page, Words words) {
        this.segments = segments;
        this.page = page;
        this.words = words;
    }

    @GetMapping("/new")
    String make(Model model, Locale locale) {
        return page.of(null, SegmentForm.EMPTY, SegmentProblems.NONE, model, locale);
    }

    @PostMapping
    String create(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return save(null, request, response, model, locale, redirect);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        var segment = find(id);
        return page.of(segment.id(), SegmentForm.of(segment), SegmentProblems.NONE, model, locale);
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return save(find(id).id(), request, response, model, locale, redirect);
    }

    private String save(
            @Nullable SegmentId known,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var form = SegmentForm.of(request);
        var button = request.getParameter("do");
        if (button != null) {
            var problems = button.equals("count") ? page.problemsOfRules(form) : SegmentProblems.NONE;
            return page.of(known, form.after(button), problems, model, locale);
        }
        var problems = page.problems(form);
        if (problems.none()) {
            var segment = new Segment(known == null ? SegmentId.next() : known, form.name(), page.rule(form));
            try {
                segments.keep(segment);
                redirect.addFlashAttribute("flash", words.say("audience.segment.saved", form.name()));
                return "redirect:/w/{workspace}/segments/" + segment.id();
            } catch (NameTaken e) {
                problems = problems.named(words.say("audience.segment.error.taken"));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.of(known, form, problems, model, locale);
    }

    private Segment find(UUID id) {
        return segments.find(new SegmentId(id)).orElseThrow(NotFound::new);
    }
}
