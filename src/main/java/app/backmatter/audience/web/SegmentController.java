package app.backmatter.audience.web;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.domain.ContactFilter;
import app.backmatter.audience.segment.Fitting;
import app.backmatter.audience.segment.Segment;
import app.backmatter.audience.segment.SegmentStore;
import app.backmatter.pages.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Segments, and who is in them now. */
@Controller
@RequestMapping("/w/{workspace}/segments")
class SegmentController {
    private final SegmentStore segments;
    private final Fitting fitting;
    private final ContactTable table;
    private final RuleOptions options;
    private final RuleWords words;

    SegmentController(
            SegmentStore segments, Fitting fitting, ContactTable table, RuleOptions options, RuleWords words) {
        this.segments = segments;
        this.fitting = fitting;
        this.table = table;
        this.options = options;
        this.words = words;
    }

    /** @param said its rules as sentences */
    record Shown(Segment segment, RuleWords.Said said, Fitting.Count count) {}

    @GetMapping
    String index(Model model, Locale locale) {
        var all = segments.all();
        var counts = fitting.counts(all.stream().map(Segment::rule).toList());
        var known = options.all(locale);
        List<Shown> shown = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            shown.add(new Shown(all.get(place), words.say(all.get(place), known), counts.get(place)));
        }
        model.addAttribute("segments", shown);
        return "audience/segments/index";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam @Nullable UUID before, Model model, Locale locale) {
        var segment = segments.find(new SegmentId(id)).orElseThrow(NotFound::new);
        model.addAttribute("segment", segment);
        model.addAttribute("said", words.say(segment, options.all(locale)));
        model.addAttribute("count", fitting.count(segment.rule()));
        model.addAttribute("contacts", table.of(ContactFilter.of(segment.id()), before, locale));
        return "audience/segments/show";
    }
}
