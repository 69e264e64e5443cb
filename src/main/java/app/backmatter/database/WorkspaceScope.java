package app.backmatter.database;

import app.backmatter.shared.WorkspaceId;
import java.util.Optional;

/**
 * The workspace that the running thread works for. Each entity query is filtered by it; without one nothing is found.
 * Pages bind it from their address, jobs from the row that they work on.
 */
public final class WorkspaceScope {
    private static final ScopedValue<WorkspaceId> CURRENT = ScopedValue.newInstance();

    private WorkspaceScope() {}

    public static Optional<WorkspaceId> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** @throws IllegalStateException outside of any workspace */
    public static WorkspaceId current() {
        return find().orElseThrow(() -> new IllegalStateException("No workspace is in scope"));
    }

    public static void run(WorkspaceId workspace, Runnable work) {
        ScopedValue.where(CURRENT, workspace).run(work);
    }

    public static <T, X extends Throwable> T call(WorkspaceId workspace, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, workspace).<T, X>call(work);
    }
}
