package app.backmatter.funnels.passage;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.RevisionId;
import app.backmatter.funnels.StepSeen;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/** A view that waits to be written; its source is looked up only then. */
record StepView(
        WorkspaceId workspace,
        FunnelId funnel,
        RevisionId revision,
        UUID step,
        UUID subject,
        Referral referral,
        boolean bot,
        Instant at) {
    StepSeen from(Source source) {
        return new StepSeen(workspace, funnel, revision, step, subject, source, bot, at);
    }
}
