package app.backmatter.mail;

import app.backmatter.audience.ContactId;
import app.backmatter.mail.domain.Enrolments;
import app.backmatter.mail.domain.SequenceList;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Automatic e-mails over time, in the workspace in scope. Joins the caller's transaction. */
@Service
public class Sequences {
    private final SequenceList sequences;
    private final Enrolments enrolments;

    Sequences(SequenceList sequences, Enrolments enrolments) {
        this.sequences = sequences;
        this.enrolments = enrolments;
    }

    /** @throws IllegalArgumentException when a mail holds an unknown merge field */
    public SequenceId create(NewSequence sequence) {
        return sequences.create(sequence);
    }

    /** With its mails; one that readers are in or were in stays. */
    public void delete(SequenceId sequence) {
        sequences.delete(sequence);
    }

    public List<SequenceView> all() {
        return sequences.all();
    }

    public Optional<SequenceView> find(SequenceId sequence) {
        return sequences.find(sequence);
    }

    /** A contact is in a sequence once; entering again changes nothing. */
    public void enter(Enrolment enrolment) {
        enrolments.enter(enrolment);
    }

    /** Ends every pitch of these products to this contact and takes back its mails that have not left. */
    public void stopPitch(ContactId contact, Collection<UUID> products, Instant at) {
        enrolments.stopPitch(contact, products, at);
    }
}
