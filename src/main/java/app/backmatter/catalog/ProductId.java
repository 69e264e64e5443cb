package app.backmatter.catalog;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One product. */
@Embeddable
public record ProductId(@Column(name = "id") UUID value) implements Serializable {
    public static ProductId of(String value) {
        return new ProductId(UUID.fromString(value));
    }

    public static ProductId next() {
        return new ProductId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
