package app.backmatter.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader came from: a place in an edition, a campaign, an e-mail, or nowhere known.
 *
 * @param id the place or the sequence; absent for a campaign, which only has a label, and for direct
 * @param label a campaign's name as it stood in the address, at most 100 characters; else empty
 */
public record Source(SourceKind kind, @Nullable UUID id, String label) {
    public static final Source DIRECT = new Source(SourceKind.DIRECT, null, "");

    public static Source place(UUID place) {
        return new Source(SourceKind.PLACE, place, "");
    }

    public static Source email(UUID sequence) {
        return new Source(SourceKind.EMAIL, sequence, "");
    }

    public static Source campaign(String label) {
        return new Source(SourceKind.CAMPAIGN, null, label.length() > 100 ? label.substring(0, 100) : label);
    }

    public boolean isDirect() {
        return kind == SourceKind.DIRECT;
    }
}
