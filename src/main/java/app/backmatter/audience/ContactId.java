package app.backmatter.audience;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One person on a workspace's list. */
@Embeddable
public record ContactId(@Column(name = "id") UUID value) implements Serializable {
    public static ContactId of(String value) {
        return new ContactId(UUID.fromString(value));
    }

    public static ContactId next() {
        return new ContactId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
