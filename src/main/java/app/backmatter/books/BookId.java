package app.backmatter.books;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One book. */
@Embeddable
public record BookId(@Column(name = "id") UUID value) implements Serializable {
    public static BookId of(String value) {
        return new BookId(UUID.fromString(value));
    }

    public static BookId next() {
        return new BookId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
