package app.backmatter.audience.domain;

import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.SegmentId;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts to show.
 *
 * @param words part of the address or the first name; empty for all
 * @param tag empty for all
 * @param segment absent for all
 */
public record ContactFilter(
        String words,
        @Nullable ContactStatus status,
        String tag,
        @Nullable SegmentId segment) {
    public static ContactFilter of(SegmentId segment) {
        return new ContactFilter("", null, "", segment);
    }

    public boolean isOpen() {
        return words.isEmpty() && status == null && tag.isEmpty() && segment == null;
    }
}
