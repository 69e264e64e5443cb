package app.backmatter.funnels;

import app.backmatter.shared.WorkspaceId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A funnel as far as its totals need it, by the steps that {@link FunnelView} has.
 *
 * @param entry its first step; absent for a funnel without any
 * @param optIns its steps on which readers sign up
 */
public record FunnelOutline(
        WorkspaceId workspace,
        FunnelId id,
        String name,
        boolean isPublished,
        @Nullable UUID entry,
        Set<UUID> optIns) {}
