package app.backmatter.shared;

import java.io.Serializable;
import java.util.UUID;

/** One author business, the tenant that every row belongs to. */
public record WorkspaceId(UUID value) implements Serializable {
    public static WorkspaceId of(String value) {
        return new WorkspaceId(UUID.fromString(value));
    }

    public static WorkspaceId next() {
        return new WorkspaceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
