package app.backmatter.reports;

import app.backmatter.accounts.WorkspaceView;
import java.util.List;

/** One funnel of a workspace, step by step in the order of its tree. */
public record FunnelSteps(WorkspaceView workspace, String funnel, List<StepRow> steps) {}
