package app.backmatter.funnels;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One reader on the way through one revision. */
@Embeddable
public record PassageId(@Column(name = "id") UUID value) implements Serializable {
    public static PassageId of(String value) {
        return new PassageId(UUID.fromString(value));
    }

    public static PassageId next() {
        return new PassageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
