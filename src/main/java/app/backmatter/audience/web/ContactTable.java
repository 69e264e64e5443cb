package app.backmatter.audience.web;

import app.backmatter.audience.domain.ContactFilter;
import app.backmatter.audience.domain.ContactList;
import app.backmatter.pages.Slice;
import app.backmatter.pages.SourceNames;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A stretch of the contacts, as pages show it. */
@Component
class ContactTable {
    private final ContactList contacts;
    private final SourceNames sources;

    ContactTable(ContactList contacts, SourceNames sources) {
        this.contacts = contacts;
        this.sources = sources;
    }

    Slice<ListedContact> of(ContactFilter filter, @Nullable UUID before, Locale locale) {
        var found = contacts.search(filter, before, Slice.LOOK_FOR);
        var names = sources.in(locale);
        return Slice.of(found, before, contact -> contact.id().value())
                .map(contact -> new ListedContact(contact, names.apply(contact.firstSource())));
    }
}
