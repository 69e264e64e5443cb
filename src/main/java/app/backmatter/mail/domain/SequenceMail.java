package app.backmatter.mail.domain;

import app.backmatter.mail.SequencePurpose;
import java.util.UUID;

/**
 * One mail of a sequence.
 *
 * @param position from 0
 * @param purpose of its sequence; tells where the button leads
 * @param waiting how many readers will get this one next
 * @param written how many got it, or were passed over because they had left
 */
public record SequenceMail(
        UUID id,
        int position,
        SequencePurpose purpose,
        int waitDays,
        String subject,
        String markdown,
        String button,
        int waiting,
        int written) {}
