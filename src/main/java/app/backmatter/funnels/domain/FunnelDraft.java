package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A funnel as its author works on it.
 *
 * @param entryPath the public entry page, from the first slash
 * @param publication the latest; absent before the first
 * @param withdrawn whether the door is closed to new readers
 * @param changed whether readers would meet something else after another publication
 */
public record FunnelDraft(
        FunnelId id,
        String name,
        String entryPath,
        FunnelContent content,
        List<Finding> findings,
        @Nullable Publication publication,
        boolean withdrawn,
        boolean changed) {

    /** @param number counts the funnel's revisions from 1 */
    public record Publication(int number, Instant at) {}

    public boolean open() {
        return publication != null && !withdrawn;
    }

    public boolean publishable() {
        return findings.stream().noneMatch(Finding::blocks);
    }
}
