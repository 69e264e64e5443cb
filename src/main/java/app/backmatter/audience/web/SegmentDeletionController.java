package app.backmatter.audience.web;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SegmentUse;
import app.backmatter.audience.segment.Segment;
import app.backmatter.audience.segment.SegmentStore;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Use;
import app.backmatter.pages.Words;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Segments that nothing needs any more; the people in them stay. */
@Controller
@RequestMapping("/w/{workspace}/segments/{id}/deletion")
class SegmentDeletionController {
    private final SegmentStore segments;
    private final ObjectProvider<SegmentUse> uses;
    private final Words words;

    SegmentDeletionController(SegmentStore segments, ObjectProvider<SegmentUse> uses, Words words) {
        this.segments = segments;
        this.uses = uses;
        this.words = words;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Model model) {
        var segment = find(id);
        model.addAttribute("segment", segment);
        model.addAttribute("uses", uses(segment.id()));
        return "audience/segments/deletion";
    }

    @PostMapping
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        var segment = find(id);
        if (!uses(segment.id()).isEmpty()) {
            return "redirect:/w/{workspace}/segments/{id}/deletion";
        }
        segments.delete(segment.id());
        redirect.addFlashAttribute("flash", words.say("audience.segment.deleted", segment.name()));
        return "redirect:/w/{workspace}/segments";
    }

    private List<Use> uses(SegmentId segment) {
        return uses.stream().flatMap(use -> use.of(segment).stream()).toList();
    }

    private Segment find(UUID id) {
        return segments.find(new SegmentId(id)).orElseThrow(NotFound::new);
    }
}
