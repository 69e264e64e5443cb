package app.backmatter.funnels;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One funnel through all its revisions. */
@Embeddable
public record FunnelId(@Column(name = "id") UUID value) implements Serializable {
    public static FunnelId of(String value) {
        return new FunnelId(UUID.fromString(value));
    }

    public static FunnelId next() {
        return new FunnelId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
