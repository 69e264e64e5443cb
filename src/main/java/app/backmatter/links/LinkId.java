package app.backmatter.links;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One short link. */
@Embeddable
public record LinkId(@Column(name = "id") UUID value) implements Serializable {
    public static LinkId of(String value) {
        return new LinkId(UUID.fromString(value));
    }

    public static LinkId next() {
        return new LinkId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
