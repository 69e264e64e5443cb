package app.backmatter.books;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One edition of a book. */
@Embeddable
public record EditionId(@Column(name = "id") UUID value) implements Serializable {
    public static EditionId of(String value) {
        return new EditionId(UUID.fromString(value));
    }

    public static EditionId next() {
        return new EditionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
