package app.backmatter.audience.domain;

import app.backmatter.audience.ContactConfirmed;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactUnsubscribed;
import app.backmatter.database.WorkspaceOwned;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A person's standing on the list. Contacts are born by the set-based {@link RecordSignUps} and {@link Acquaintances};
 * what changes one of them afterwards is ruled here.
 */
@Entity
@Table(name = "contacts")
@DynamicUpdate
final class Contact extends WorkspaceOwned<Contact> {
    @EmbeddedId
    private ContactId id;

    @Enumerated(EnumType.STRING)
    private ContactStatus status;

    private Instant statusAt;

    @Column(name = "consent_mark")
    private @Nullable Long consentInForce;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Contact() {}

    ContactId id() {
        return id;
    }

    /**
     * Only who asked for mail and has not left since can confirm.
     *
     * @return whether anything changed
     */
    boolean confirm(Instant at) {
        if (status != ContactStatus.PENDING) {
            return false;
        }
        become(ContactStatus.SUBSCRIBED, at);
        registerEvent(new ContactConfirmed(id, workspaceId(), at));
        return true;
    }

    boolean unsubscribe(Instant at) {
        if (status == ContactStatus.UNSUBSCRIBED) {
            return false;
        }
        become(ContactStatus.UNSUBSCRIBED, at);
        consentInForce = null;
        registerEvent(new ContactUnsubscribed(id, workspaceId(), at));
        return true;
    }

    boolean resubscribe(Instant at) {
        if (status == ContactStatus.SUBSCRIBED) {
            return false;
        }
        become(ContactStatus.SUBSCRIBED, at);
        return true;
    }

    private void become(ContactStatus next, Instant at) {
        status = next;
        statusAt = at;
    }
}
