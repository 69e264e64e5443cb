package app.backmatter.mail;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One e-mail to many. */
@Embeddable
public record BroadcastId(@Column(name = "id") UUID value) implements Serializable {
    public static BroadcastId of(String value) {
        return new BroadcastId(UUID.fromString(value));
    }

    public static BroadcastId next() {
        return new BroadcastId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
