package app.backmatter.mail.broadcast;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.SegmentId;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The broadcasts of all workspaces that are being sent. */
@Component
class Underway {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Underway(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param addresses the codes of the mail's links, by their number */
    record Sending(BroadcastJob job, LaidOut mail, List<String> addresses) {}

    List<UUID> ids() {
        return jdbc.sql("""
            select id from broadcasts b where state = 'SENDING'
                and not exists (select from sending_stops s where s.workspace_id = b.workspace_id and s.seen_at is null)
            order by started_at\
            """).query((row, n) -> row.getObject("id", UUID.class)).list();
    }

    Sending read(UUID broadcast) {
        return jdbc.sql("""
            select id, workspace_id, segment_id, except_ids, laid_out,
                array(select code from mail_links l where l.broadcast_id = b.id and l.workspace_id = b.workspace_id
                    order by number) as codes
            from broadcasts b where id = :id and state = 'SENDING'\
            """)
                .param("id", broadcast)
                .query((row, n) -> sending(row))
                .single();
    }

    private Sending sending(ResultSet row) throws SQLException {
        var segment = row.getObject("segment_id", UUID.class);
        var except = Arrays.stream((UUID[]) row.getArray("except_ids").getArray())
                .map(SegmentId::new)
                .collect(Collectors.toSet());
        var job = new BroadcastJob(
                row.getObject("id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new Addressed(segment == null ? null : new SegmentId(segment), except));
        return new Sending(job, json.readValue(row.getString("laid_out"), LaidOut.class), List.of((String[])
                row.getArray("codes").getArray()));
    }
}
