package app.backmatter.mail.domain;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SegmentUse;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Use;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A broadcast that has not ended needs its segments. */
@Component
class MentionedByBroadcasts implements SegmentUse {
    private final JdbcClient jdbc;

    MentionedByBroadcasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Use> of(SegmentId segment) {
        return jdbc.sql("""
            select id, subject from broadcasts
            where workspace_id = :workspace and state not in ('SENT', 'CANCELLED')
              and (segment_id = :segment or :segment = any(except_ids))
            order by id\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("segment", segment.value())
                .query((row, _) -> new Use(
                        "mail.broadcasts.use",
                        row.getString("subject"),
                        "/mail/broadcasts/" + row.getObject("id", UUID.class)))
                .list();
    }
}
