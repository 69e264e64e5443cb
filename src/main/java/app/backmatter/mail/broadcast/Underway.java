package app.backmatter.mail.broadcast;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.SegmentId;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The broadcasts of all workspaces that are being sent. */
@Component
class Underway {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Underway(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param mails the mail under its subjects, one or two
     * @param addresses the codes of the mail's links, by their number
     */
    record Sending(BroadcastJob job, List<LaidOut> mails, List<String> addresses) {}

    /**
     * Those with something to do now. One that waits, for who wins of its subjects or for its readers' next hour, has only
     * what is due.
     */
    List<UUID> ids() {
        return jdbc.sql("""
            select id from broadcasts b where state = 'SENDING'
                and not exists (select from sending_stops s where s.workspace_id = b.workspace_id and s.seen_at is null)
                and (stage <> 'WAIT' and (local_start is null or not drained or not exists
                        (select from broadcast_messages m where m.broadcast_id = b.id and m.workspace_id = b.workspace_id
                            and m.due_at is not null))
                    or exists (select from broadcast_batches t
                        where t.broadcast_id = b.id and t.workspace_id = b.workspace_id and not t.closed)
                    or exists (select from broadcast_messages m
                        where m.broadcast_id = b.id and m.workspace_id = b.workspace_id and m.due_at <= :now))
            order by started_at\
            """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    Sending read(UUID broadcast) {
        return jdbc.sql("""
            select id, workspace_id, segment_id, except_ids, laid_out, other_laid_out, local_start, zone,
                array(select code from mail_links l where l.broadcast_id = b.id and l.workspace_id = b.workspace_id
                    order by number) as codes
            from broadcasts b where id = :id and state = 'SENDING'\
            """)
                .param("id", broadcast)
                .query((row, n) -> sending(row))
                .single();
    }

    private static @Nullable LocalStart hour(ResultSet row) throws SQLException {
        var at = row.getObject("local_start", LocalDateTime.class);
        return at == null ? null : new LocalStart(at, ZoneId.of(row.getString("zone")));
    }

    private Sending sending(ResultSet row) throws SQLException {
        var segment = row.getObject("segment_id", UUID.class);
        var except = Arrays.stream((UUID[]) row.getArray("except_ids").getArray())
                .map(SegmentId::new)
                .collect(Collectors.toSet());
        var job = new BroadcastJob(
                row.getObject("id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new Addressed(segment == null ? null : new SegmentId(segment), except),
                hour(row));
        var mails = Stream.of(row.getString("laid_out"), row.getString("other_laid_out"))
                .filter(Objects::nonNull)
                .map(mail -> json.readValue(mail, LaidOut.class))
                .toList();
        return new Sending(job, mails, List.of((String[]) row.getArray("codes").getArray()));
    }
}
