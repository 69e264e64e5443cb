package app.backmatter.mail.dkim;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of the workspace in scope, without its private half.
 *
 * @param checkedAt when DNS was last asked
 * @param verifiedAt since when DNS has it
 * @param insisted signs though DNS was not seen to have it
 * @param retiredAt since when another key of the domain signs
 */
public record DkimKey(
        UUID id,
        String domain,
        String selector,
        String publicKey,
        Finding finding,
        @Nullable Instant checkedAt,
        @Nullable Instant verifiedAt,
        boolean insisted,
        Instant madeAt,
        @Nullable Instant retiredAt) {

    public DkimRecord record() {
        return DkimRecord.of(domain, selector, publicKey);
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** Whether it is fit to sign with. */
    public boolean signs() {
        return !isRetired() && (finding == Finding.VERIFIED || insisted);
    }
}
