package app.backmatter.funnels;

import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/** A reader confirmed the address that was given on the opt-in step. */
public record ReaderConfirmed(
        WorkspaceId workspace, FunnelId funnel, RevisionId revision, UUID step, PassageId passage, Instant at) {}
