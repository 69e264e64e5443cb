package app.backmatter.orders;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One order with all that was added to it in one click. */
@Embeddable
public record OrderId(@Column(name = "id") UUID value) implements Serializable {
    public static OrderId of(String value) {
        return new OrderId(UUID.fromString(value));
    }

    public static OrderId next() {
        return new OrderId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
