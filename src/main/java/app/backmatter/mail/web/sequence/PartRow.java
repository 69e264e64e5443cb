package app.backmatter.mail.web.sequence;

import app.backmatter.mail.sequence.SequenceFigures;
import java.util.UUID;

/**
 * A step as the list shows it.
 *
 * @param kind mail, wait or condition
 * @param title what it does, in words
 * @param detail of a mail its first words, of a condition what becomes of the others
 * @param notice what is odd about it; empty when all is well
 * @param depth how many conditions it stands under: it is only for those for whom they hold
 */
record PartRow(
        UUID id,
        int position,
        String kind,
        String title,
        String detail,
        String notice,
        int depth,
        boolean last,
        SequenceFigures.OfStep figures) {}
