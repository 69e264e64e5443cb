package app.backmatter.audience.web;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactLines;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactWhereabouts;
import app.backmatter.audience.ContactWorth;
import app.backmatter.audience.domain.ContactList;
import app.backmatter.audience.segment.SegmentStore;
import app.backmatter.audience.suppression.SuppressionStore;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.SourceNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people on the list. */
@Controller
@RequestMapping("/w/{workspace}/contacts")
class ContactController {
    private final ContactList contacts;
    private final ContactTable table;
    private final SegmentStore segments;
    private final Audience audience;
    private final Timeline timeline;
    private final SuppressionStore suppressions;
    private final SourceNames sources;
    private final ObjectProvider<ContactWorth> worth;
    private final ObjectProvider<ContactWhereabouts> whereabouts;

    ContactController(
            ContactList contacts,
            ContactTable table,
            SegmentStore segments,
            Audience audience,
            Timeline timeline,
            SuppressionStore suppressions,
            SourceNames sources,
            ObjectProvider<ContactWorth> worth,
            ObjectProvider<ContactWhereabouts> whereabouts) {
        this.contacts = contacts;
        this.table = table;
        this.segments = segments;
        this.audience = audience;
        this.timeline = timeline;
        this.suppressions = suppressions;
        this.sources = sources;
        this.worth = worth;
        this.whereabouts = whereabouts;
    }

    @GetMapping
    String index(
            @ModelAttribute("filter") ContactFilterForm form,
            @RequestParam @Nullable UUID before,
            Model model,
            Locale locale) {
        var filter = form.toFilter();
        model.addAttribute("contacts", table.of(filter, before, locale));
        model.addAttribute("count", contacts.count(filter));
        model.addAttribute("unfiltered", filter.isOpen());
        model.addAttribute("statuses", ContactStatus.values());
        model.addAttribute("tags", contacts.tags());
        model.addAttribute("segments", segments.all());
        return "audience/index";
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(name = "show", defaultValue = "") String theme,
            Model model,
            Locale locale) {
        var show = Arrays.stream(ContactLines.Theme.values())
                .filter(one -> one.name().equals(theme))
                .findFirst()
                .orElse(null);
        var contact = new ContactId(id);
        var view = audience.find(contact).orElseThrow(NotFound::new);
        var names = sources.in(locale);
        model.addAttribute("contact", view);
        model.addAttribute(
                "suppressed", suppressions.listed(view.email()).stream().toList());
        model.addAttribute(
                "worth",
                worth.stream().flatMap(each -> each.of(contact).stream()).toList());
        model.addAttribute(
                "whereabouts",
                whereabouts.stream().flatMap(each -> each.of(contact).stream()).toList());
        model.addAttribute("firstSource", names.apply(view.firstSource()));
        model.addAttribute("lastSource", names.apply(view.lastSource()));
        model.addAttribute("theme", show);
        model.addAttribute("themes", ContactLines.Theme.values());
        model.addAttribute(
                "moments",
                timeline.of(contact).stream()
                        .filter(moment -> show == null || moment.theme() == show)
                        .toList());
        model.addAttribute("tags", contacts.tags());
        return "audience/show";
    }
}
