package app.backmatter.mail.way;

import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's own way.
 *
 * @param details what is no secret, by the names of {@link Detail}
 * @param secret password or key; empty where there is none, or where it can't be read any more
 * @param callKey what calls are signed with; empty for services that sign otherwise
 * @param callToken stands in the address that the service calls
 * @param retiredAt since when no mail leaves by it; it may still be called about those that did
 */
public record OwnWay(
        UUID id,
        WorkspaceId workspace,
        WayKind kind,
        Map<Detail, String> details,
        String secret,
        String callKey,
        String callToken,
        @Nullable Instant retiredAt) {

    public String detail(Detail detail) {
        return details.getOrDefault(detail, "");
    }

    @Override
    public String toString() {
        return "OwnWay[" + kind + "]";
    }
}
