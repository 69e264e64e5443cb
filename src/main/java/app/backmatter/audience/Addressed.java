package app.backmatter.audience;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mail is for, among those who may be mailed.
 *
 * @param segment absent for everybody
 * @param except who is in one of these is left out
 */
public record Addressed(@Nullable SegmentId segment, Set<SegmentId> except) {
    public static final Addressed EVERYBODY = new Addressed(null, Set.of());
}
