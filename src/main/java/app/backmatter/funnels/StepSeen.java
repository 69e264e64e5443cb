package app.backmatter.funnels;

import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * A reader was shown a step's page.
 *
 * @param subject who: the visitor's key on the entry page, the passage on all that follow
 */
public record StepSeen(
        WorkspaceId workspace,
        FunnelId funnel,
        RevisionId revision,
        UUID step,
        UUID subject,
        Source source,
        boolean bot,
        Instant at) {
    /** Many at once, as they are gathered off the request. */
    public record Batch(java.util.List<StepSeen> seen) {}
}
