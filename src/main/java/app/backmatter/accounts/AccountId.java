package app.backmatter.accounts;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** A person who can sign in. */
@Embeddable
public record AccountId(@Column(name = "id") UUID value) implements Serializable {
    public static AccountId of(String value) {
        return new AccountId(UUID.fromString(value));
    }

    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
