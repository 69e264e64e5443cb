package app.backmatter.funnels;

import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * A reader went on from the entry page of a funnel that begins with an offer, and so without telling who they are.
 *
 * @param step the entry step, which is not taken yet
 * @param visitor who saw the entry page
 */
public record ReaderSetOut(
        WorkspaceId workspace,
        FunnelId funnel,
        RevisionId revision,
        UUID step,
        UUID visitor,
        PassageId passage,
        Source source,
        boolean bot,
        Instant at) {}
