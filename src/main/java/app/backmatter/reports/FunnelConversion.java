package app.backmatter.reports;

import app.backmatter.accounts.WorkspaceView;

/** What one funnel brought to its workspace. */
public record FunnelConversion(WorkspaceView workspace, String funnel, boolean isPublished, FunnelTotals totals) {}
