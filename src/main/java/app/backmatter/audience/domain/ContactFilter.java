package app.backmatter.audience.domain;

import app.backmatter.audience.ContactStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts to show.
 *
 * @param words part of the address or the first name; empty for all
 * @param tag empty for all
 */
public record ContactFilter(String words, @Nullable ContactStatus status, String tag) {
    public boolean isOpen() {
        return words.isEmpty() && status == null && tag.isEmpty();
    }
}
