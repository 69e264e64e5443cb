package app.backmatter.mail;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One e-mail to one person. */
@Embeddable
public record MessageId(@Column(name = "id") UUID value) implements Serializable {
    public static MessageId of(String value) {
        return new MessageId(UUID.fromString(value));
    }

    public static MessageId next() {
        return new MessageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
