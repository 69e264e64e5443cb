package app.backmatter.funnels;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A reader took the opt-in step. */
public record ReaderSignedUp(
        WorkspaceId workspace,
        FunnelId funnel,
        RevisionId revision,
        UUID step,
        UUID visitor,
        PassageId passage,
        ContactId contact,
        Source source,
        boolean bot,
        Instant at) {
    /** Many at once, as they were written. */
    public record Batch(List<ReaderSignedUp> signedUp) {}
}
