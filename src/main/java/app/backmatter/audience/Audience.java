package app.backmatter.audience;

import app.backmatter.audience.domain.Acquaintances;
import app.backmatter.audience.domain.ContactReader;
import app.backmatter.audience.domain.RecordSignUps;
import app.backmatter.audience.domain.Subscriptions;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Contacts. All but {@link #signUp} work in the workspace in scope. Joins the caller's transaction. A contact that was
 * erased meanwhile, or is another workspace's, is passed over in silence.
 */
@Service
public class Audience {
    private final RecordSignUps signUps;
    private final Subscriptions subscriptions;
    private final Acquaintances acquaintances;
    private final ContactReader reader;

    Audience(RecordSignUps signUps, Subscriptions subscriptions, Acquaintances acquaintances, ContactReader reader) {
        this.signUps = signUps;
        this.subscriptions = subscriptions;
        this.acquaintances = acquaintances;
        this.reader = reader;
    }

    /**
     * Records many sign-ups at once, of any workspaces, in a constant number of statements: contact, consent and history.
     * Equal addresses of one workspace give one contact and one consent.
     *
     * @return one answer for each sign-up, in the same order
     */
    public List<SignedUp> signUp(List<SignUp> given) {
        return signUps.record(given);
    }

    /**
     * The contact of this address, made without consent to marketing when there is none: a buyer need not subscribe.
     *
     * @param cameAt when the source brought the person
     */
    public ContactId buyer(EmailAddress email, String firstName, Source source, Instant cameAt, Instant at) {
        return acquaintances.buyer(email, firstName, source, cameAt, at);
    }

    /** The person proved the address by the button behind the mailed link. Does nothing the second time. */
    public void confirm(ContactId contact, Instant at) {
        subscriptions.confirm(contact, at);
    }

    /** @param origin the page, or the way, in which the person left; from the first slash if a page */
    public void unsubscribe(ContactId contact, String origin, Instant at) {
        subscriptions.unsubscribe(contact, origin, at);
    }

    /** The person, known by a private link, wants mail again. */
    public void resubscribe(ContactId contact, String consentText, String origin, Instant at) {
        subscriptions.resubscribe(contact, consentText, origin, at);
    }

    /** @param firstName at most 100 characters; empty takes it back */
    public void rename(ContactId contact, String firstName) {
        acquaintances.rename(contact, firstName);
    }

    /** Adds a tag, at most 60 characters; a second time changes nothing. */
    public void tag(ContactId contact, String tag, Instant at) {
        acquaintances.tag(contact, tag, at);
    }

    /**
     * Adds a line to the contact's history, such as an order; the kind is a message key's end.
     *
     * @param kind the message is {@code audience.history.<kind>}
     * @param detail cut after 500 characters
     */
    public void note(ContactId contact, String kind, String detail, Instant at) {
        acquaintances.note(contact, kind, detail, at);
    }

    /** A later visit of a known contact moves its last source, unless it is direct. */
    public void seen(ContactId contact, Source source, Instant at) {
        acquaintances.seen(contact, source, at);
    }

    public Optional<ContactView> find(ContactId contact) {
        return reader.find(contact);
    }

    public Optional<ContactView> find(EmailAddress email) {
        return reader.find(email);
    }

    /** Of many contacts at once, whoever may be mailed and whoever not. */
    public Map<ContactId, EmailAddress> addresses(Collection<ContactId> contacts) {
        return reader.addresses(contacts);
    }
}
