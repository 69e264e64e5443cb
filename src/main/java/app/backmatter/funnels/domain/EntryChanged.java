package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import app.backmatter.shared.WorkspaceId;

/** Another revision, or a closed door, stands at a funnel's address: whoever keeps the page in memory forgets it. */
public record EntryChanged(WorkspaceId workspace, FunnelId funnel, String slug) {}
