package app.backmatter.storage;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One stored file, unchangeable once stored. */
@Embeddable
public record FileId(@Column(name = "id") UUID value) implements Serializable {
    public static FileId of(String value) {
        return new FileId(UUID.fromString(value));
    }

    public static FileId next() {
        return new FileId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
