package app.backmatter.books;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One spot in an edition that carries a link. */
@Embeddable
public record PlaceId(@Column(name = "id") UUID value) implements Serializable {
    public static PlaceId of(String value) {
        return new PlaceId(UUID.fromString(value));
    }

    public static PlaceId next() {
        return new PlaceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
