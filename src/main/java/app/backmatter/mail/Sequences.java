package app.backmatter.mail;

import app.backmatter.audience.ContactId;
import app.backmatter.mail.sequence.Enrolments;
import app.backmatter.mail.sequence.RewordMails;
import app.backmatter.mail.sequence.SequenceList;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Automatic e-mails over time, in the workspace in scope. Joins the caller's transaction. */
@Service
public class Sequences {
    /** How long after one letter that offers something to a reader another one may. */
    public static final Duration APART = Duration.ofDays(1);

    private final SequenceList sequences;
    private final RewordMails words;
    private final Enrolments enrolments;

    Sequences(SequenceList sequences, RewordMails words, Enrolments enrolments) {
        this.sequences = sequences;
        this.words = words;
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

    /**
     * Subjects and bodies that still read as before read as after from now on; what its author changed stays.
     *
     * @param after the new words of each mail, in the order of {@code before}
     * @throws IllegalArgumentException when a mail holds an unknown merge field
     */
    public void reword(SequenceId sequence, List<NewSequence.Mail> before, List<NewSequence.Mail> after) {
        words.reword(sequence, before, after);
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

    /** When a sequence last wrote to a contact that it pitches the product to; empty when none did. */
    public Optional<Instant> lastPitch(ContactId contact, UUID product) {
        return enrolments.lastPitch(contact, product);
    }

    /** Ends every pitch of these products to this contact and takes back its mails that have not left. */
    public void stopPitch(ContactId contact, Collection<UUID> products, Instant at) {
        enrolments.stopPitch(contact, products, at);
    }
}
