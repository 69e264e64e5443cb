package app.backmatter.mail.bounce;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report whose mail, or at least whose address, is known.
 *
 * @param id of the report here
 * @param recipient whom it is about
 * @param contact absent for who is on no list
 * @param message absent when only the address is known
 * @param broadcast absent for single letters
 * @param leftAt when the mail left; the report's time when that is not known
 * @param at when it happened; never in the future
 */
record Case(
        UUID id,
        Report report,
        WorkspaceId workspace,
        EmailAddress recipient,
        @Nullable ContactId contact,
        @Nullable UUID message,
        @Nullable UUID broadcast,
        Instant leftAt,
        Instant at) {
    ReportKind kind() {
        return report.kind();
    }

    /** A delivery is kept only where it tells that bounces are over: there may be a million of them. */
    boolean isPassedOver() {
        return kind() == ReportKind.DELIVERED;
    }
}
