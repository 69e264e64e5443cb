package app.backmatter.mail;

import app.backmatter.audience.ContactId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Automatic e-mails over time, in the workspace in scope. Joins the caller's transaction. */
@Service
public class Sequences {
    public SequenceId create(NewSequence sequence) {
        throw new UnsupportedOperationException();
    }

    public List<SequenceView> all() {
        throw new UnsupportedOperationException();
    }

    /** A contact is in a sequence once; entering again changes nothing. */
    public void enter(Enrolment enrolment) {
        throw new UnsupportedOperationException();
    }

    /** Ends every pitch of these products to this contact and takes back its mails that have not left. */
    public void stopPitch(ContactId contact, Collection<UUID> products, Instant at) {
        throw new UnsupportedOperationException();
    }
}
