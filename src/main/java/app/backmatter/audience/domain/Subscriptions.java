package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.suppression.SuppressionStore;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joining and leaving, each with its consent and its line of history. */
@Service
@Transactional
public class Subscriptions {
    private final Contacts contacts;
    private final History history;
    private final SuppressionStore suppressions;
    private final TellOccasions occasions;

    Subscriptions(Contacts contacts, History history, SuppressionStore suppressions, TellOccasions occasions) {
        this.occasions = occasions;
        this.contacts = contacts;
        this.history = history;
        this.suppressions = suppressions;
    }

    public void confirm(ContactId id, Instant at) {
        contacts.findToChange(id).filter(contact -> contact.confirm(at)).ifPresent(contact -> {
            contacts.saveAndFlush(contact);
            history.line(id, "confirmed", "", at);
            suppressions.liftByPerson(id, at);
            occasions.confirmed(id);
        });
    }

    public void unsubscribe(ContactId id, String origin, Instant at) {
        contacts.findToChange(id).filter(contact -> contact.unsubscribe(at)).ifPresent(contact -> {
            contacts.saveAndFlush(contact);
            history.withdrawal(id, origin, at);
            history.line(id, "unsubscribed", origin, at);
        });
    }

    public void resubscribe(ContactId id, String consentText, String origin, Instant at) {
        contacts.findToChange(id).filter(contact -> contact.resubscribe(at)).ifPresent(contact -> {
            contacts.saveAndFlush(contact);
            history.consent(id, consentText, origin, at);
            history.line(id, "resubscribed", origin, at);
            suppressions.liftByPerson(id, at);
        });
    }
}
