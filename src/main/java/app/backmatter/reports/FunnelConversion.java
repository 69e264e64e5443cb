package app.backmatter.reports;

import app.backmatter.accounts.WorkspaceView;
import java.util.UUID;

/** What one funnel brought to its workspace. */
public record FunnelConversion(
        WorkspaceView workspace, UUID id, String funnel, boolean isPublished, FunnelTotals totals) {}
