package app.backmatter.audience;

import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Contacts. All but {@link #signUp} work in the workspace in scope. Joins the caller's transaction. */
@Service
public class Audience {
    /**
     * Records many sign-ups at once, of any workspaces, in a constant number of statements: contact, consent and history.
     * Equal addresses of one workspace give one contact and one consent.
     *
     * @return one answer for each sign-up, in the same order
     */
    public List<SignedUp> signUp(List<SignUp> signUps) {
        throw new UnsupportedOperationException();
    }

    /** The contact of this address, made without consent to marketing when there is none: a buyer need not subscribe. */
    public ContactId buyer(EmailAddress email, String firstName, Source source, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The person proved the address by the button behind the mailed link. Does nothing the second time. */
    public void confirm(ContactId contact, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void unsubscribe(ContactId contact, String origin, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void resubscribe(ContactId contact, String consentText, String origin, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Adds a tag, at most 60 characters; a second time changes nothing. */
    public void tag(ContactId contact, String tag, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Adds a line to the contact's history, such as an order; the kind is a message key's end. */
    public void note(ContactId contact, String kind, String detail, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** A later visit of a known contact moves its last source, unless it is direct. */
    public void seen(ContactId contact, Source source, Instant at) {
        throw new UnsupportedOperationException();
    }

    public Optional<ContactView> find(ContactId contact) {
        throw new UnsupportedOperationException();
    }

    public Optional<ContactView> find(EmailAddress email) {
        throw new UnsupportedOperationException();
    }

    public Map<ContactId, ContactView> findAll(Collection<ContactId> contacts) {
        throw new UnsupportedOperationException();
    }
}
