package app.backmatter.links.domain;

import app.backmatter.links.LinkId;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What the public needs of a link.
 *
 * @param location where it leads, with the code that tells the page where the reader came from; absent until pointed
 */
public record PointedLink(
        LinkId id,
        WorkspaceId workspace,
        Source source,
        @Nullable String location) {
    static @Nullable String location(@Nullable String target, String code) {
        return target == null ? null : target + (target.indexOf('?') < 0 ? "?from=" : "&from=") + code;
    }
}
