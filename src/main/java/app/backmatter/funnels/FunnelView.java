package app.backmatter.funnels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A funnel for reports: its published steps, in the order of the tree.
 *
 * @param path the public entry page, from the first slash
 * @param hasUnpublishedChanges whether the draft has moved on since the publication
 */
public record FunnelView(
        FunnelId id,
        String name,
        String path,
        @Nullable RevisionId published,
        boolean hasUnpublishedChanges,
        List<StepView> steps) {}
