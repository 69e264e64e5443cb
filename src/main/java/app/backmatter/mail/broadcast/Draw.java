package app.backmatter.mail.broadcast;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Draws the readers on whom a broadcast's subjects are tried. A lot is always the same for the same two, so that whoever
 * draws again after a crash draws the same ones; and another broadcast's are others.
 */
record Draw(UUID broadcast, int percent) {
    /** Those of them who are drawn: one half for the first subject, the other for the second. */
    List<Portion> from(List<Recipient> readers) {
        var drawn = readers.stream()
                .filter(reader -> lot(reader.contact()) * 100 < percent)
                .sorted(Comparator.comparingDouble(reader -> lot(reader.contact())))
                .toList();
        var first = new ArrayList<Recipient>();
        var other = new ArrayList<Recipient>();
        drawn.forEach(reader -> (first.size() > other.size() ? other : first).add(reader));
        var portions = new ArrayList<Portion>();
        portion(0, first, portions);
        portion(1, other, portions);
        return portions;
    }

    private static void portion(int subject, List<Recipient> readers, List<Portion> portions) {
        if (!readers.isEmpty()) {
            portions.add(new Portion(subject, true, readers));
        }
    }

    /** From 0 to 1. */
    private double lot(ContactId contact) {
        var id = contact.value();
        long seed = broadcast.getLeastSignificantBits()
                ^ id.getLeastSignificantBits()
                ^ Long.rotateLeft(id.getMostSignificantBits(), 17);
        return new SplittableRandom(seed).nextDouble();
    }
}
