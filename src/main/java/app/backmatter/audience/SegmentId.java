package app.backmatter.audience;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Contacts of a workspace that fit a rule. */
@Embeddable
public record SegmentId(@Column(name = "id") UUID value) implements Serializable {
    public static SegmentId of(String value) {
        return new SegmentId(UUID.fromString(value));
    }

    public static SegmentId next() {
        return new SegmentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
