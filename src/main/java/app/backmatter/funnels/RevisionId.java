package app.backmatter.funnels;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One published, unchangeable state of a funnel. */
@Embeddable
public record RevisionId(@Column(name = "id") UUID value) implements Serializable {
    public static RevisionId of(String value) {
        return new RevisionId(UUID.fromString(value));
    }

    public static RevisionId next() {
        return new RevisionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
