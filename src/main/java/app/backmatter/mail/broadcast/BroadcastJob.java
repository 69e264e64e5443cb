package app.backmatter.mail.broadcast;

import app.backmatter.audience.Addressed;
import app.backmatter.shared.WorkspaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast that is being sent, as this node knows it.
 *
 * @param hour by each reader's clock; absent where all get it at once
 */
record BroadcastJob(
        UUID id,
        WorkspaceId workspace,
        Addressed addressed,
        @Nullable LocalStart hour) {
    /** To all at once. */
    BroadcastJob(UUID id, WorkspaceId workspace, Addressed addressed) {
        this(id, workspace, addressed, null);
    }
}
