package app.backmatter.funnels;

import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/** The reader said no to an offer. */
public record OfferDeclined(
        WorkspaceId workspace,
        FunnelId funnel,
        RevisionId revision,
        UUID step,
        PassageId passage,
        Source source,
        Instant at) {}
