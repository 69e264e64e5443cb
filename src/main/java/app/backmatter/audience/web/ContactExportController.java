package app.backmatter.audience.web;

import app.backmatter.audience.ContactView;
import app.backmatter.audience.domain.ContactList;
import app.backmatter.pages.Csv;
import app.backmatter.pages.Slice;
import app.backmatter.pages.SourceNames;
import app.backmatter.shared.Source;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list for a spreadsheet or another tool, filtered as on the page. */
@Controller
class ContactExportController {
    private final ContactList contacts;
    private final SourceNames sources;
    private final MessageSource messages;

    ContactExportController(ContactList contacts, SourceNames sources, MessageSource messages) {
        this.contacts = contacts;
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping("/w/{workspace}/contacts/export")
    void export(ContactFilterForm form, Locale locale, HttpServletResponse response) throws IOException {
        var names = sources.in(locale);
        var filter = form.toFilter();
        var rows = Slice.<ContactView>all(
                        (before, limit) -> contacts.search(filter, before, limit),
                        contact -> contact.id().value())
                .map(contact -> cells(contact, names, locale));
        Csv.send(response, "contacts.csv", Stream.concat(Stream.of(head(locale)), rows));
    }

    private List<String> head(Locale locale) {
        return Stream.of("email", "first-name", "status", "tags", "first-source", "last-source", "joined")
                .map(column -> messages.getMessage("audience.column." + column, null, locale))
                .toList();
    }

    private List<String> cells(ContactView contact, Function<Source, String> names, Locale locale) {
        return List.of(
                contact.email().value(),
                contact.firstName(),
                messages.getMessage("audience.status." + contact.status(), null, locale),
                String.join(", ", contact.tags()),
                names.apply(contact.firstSource()),
                names.apply(contact.lastSource()),
                contact.joinedAt().toString());
    }
}
