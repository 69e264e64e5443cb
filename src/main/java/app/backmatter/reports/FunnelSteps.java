package app.backmatter.reports;

import app.backmatter.accounts.WorkspaceView;
import java.util.List;

/** One funnel of a workspace, step by step in the order of its tree. */
public record FunnelSteps(WorkspaceView workspace, String funnel, FunnelTotals totals, List<Step> steps) {
    /** @param kind a message key's end, after {@code reports.step.} */
    public record Step(String kind, String headline, Tally tally) {}
}
