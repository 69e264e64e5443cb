package app.backmatter.mail.web.broadcast;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.Recipients;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import org.springframework.stereotype.Component;

/** How many readers a draft would reach, for pages that tell it beside something else. */
@Component
class CountReaders {
    private final Recipients recipients;
    private final CountedLately<Asked, Long> counted = new CountedLately<>(count -> count);

    CountReaders(Recipients recipients) {
        this.recipients = recipients;
    }

    private record Asked(WorkspaceId workspace, Addressed addressed) {}

    long of(Addressed addressed) {
        return counted.of(new Asked(WorkspaceScope.current(), addressed), () -> recipients.count(addressed));
    }
}
