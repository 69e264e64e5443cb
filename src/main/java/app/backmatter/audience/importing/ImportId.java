package app.backmatter.audience.importing;

import app.backmatter.shared.Ids;
import java.util.UUID;

/** One list that was brought to a workspace. */
public record ImportId(UUID value) {
    static ImportId next() {
        return new ImportId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
