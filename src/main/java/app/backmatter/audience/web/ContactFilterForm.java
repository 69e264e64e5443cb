package app.backmatter.audience.web;

import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.SegmentId;
import app.backmatter.audience.domain.ContactFilter;
import app.backmatter.pages.Typed;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The search above the list, as it stands in the address; whatever it can't read filters nothing. */
record ContactFilterForm(
        @Nullable String q,
        @Nullable String status,
        @Nullable String tag,
        @Nullable UUID segment) {
    ContactFilter toFilter() {
        return new ContactFilter(
                Typed.line(q),
                statusOf(Typed.line(status)),
                Typed.line(tag),
                segment == null ? null : new SegmentId(segment));
    }

    private static @Nullable ContactStatus statusOf(String name) {
        return Arrays.stream(ContactStatus.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
