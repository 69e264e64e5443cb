package app.backmatter.funnels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A funnel for reports: its published steps, in the order of the tree.
 *
 * @param path the public entry page, from the first slash
 */
public record FunnelView(
        FunnelId id, String name, String path, @Nullable RevisionId published, List<StepView> steps) {}
