package app.backmatter.mail;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One series of automatic e-mails. */
@Embeddable
public record SequenceId(@Column(name = "id") UUID value) implements Serializable {
    public static SequenceId of(String value) {
        return new SequenceId(UUID.fromString(value));
    }

    public static SequenceId next() {
        return new SequenceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
