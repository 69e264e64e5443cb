package app.backmatter.mail.sequence;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SegmentUse;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Use;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A segment that is being let into a sequence is needed until all of it is in. */
@Component
class SegmentsLetIn implements SegmentUse {
    private final JdbcClient jdbc;

    SegmentsLetIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Use> of(SegmentId segment) {
        return jdbc.sql("""
            select distinct s.id, s.name
            from sequence_intakes i join sequences s on s.id = i.sequence_id and s.workspace_id = i.workspace_id
            where i.workspace_id = :workspace and i.segment_id = :segment and i.ended_at is null
            order by s.name\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("segment", segment.value())
                .query((row, _) -> new Use(
                        "mail.sequences.use",
                        row.getString("name"),
                        "/mail/sequences/" + row.getObject("id", UUID.class)))
                .list();
    }
}
