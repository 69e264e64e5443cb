package app.backmatter.mail.sequence;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.Sequences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Takes readers who are due, and puts them back where they have come. */
@Component
class DueReaders {
    private final JdbcClient jdbc;

    DueReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps authors from changing it until the end of the transaction. False while one does, or when it is paused. */
    boolean hold(SequenceId sequence) {
        return scoped("""
            select id from sequences where id = :sequence and workspace_id = :workspace and paused_at is null
            for share skip locked\
            """)
                .param("sequence", sequence.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /**
     * Those whom no other node has in its hands. A pitch waits while another letter that offers the same is on its way to the
     * reader, or left less than a day ago.
     */
    List<Reader> take(SequenceId sequence, List<Placed> steps, Instant now, int limit) {
        var places = new HashMap<UUID, Integer>();
        steps.forEach(step -> places.put(step.id(), step.position()));
        return scoped("""
            select e.id, e.contact_id, e.step_id, e.since, e.due_at from enrolments e
            where e.sequence_id = :sequence and e.workspace_id = :workspace and e.state = 'ACTIVE' and e.due_at <= :now
                and not exists (select from messages m
                    where m.contact_id = e.contact_id and m.workspace_id = e.workspace_id
                        and m.fields ->> 'pitches' = e.pitched_product::text
                        and m.state not in ('CANCELLED', 'FAILED')
                        and (m.left_at is null or m.left_at > :yesterday))
            order by e.due_at limit :limit for update of e skip locked\
            """)
                .param("sequence", sequence.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("yesterday", now.minus(Sequences.APART).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> reader(row, places, steps.size()))
                .list();
    }

    private static Reader reader(ResultSet row, Map<UUID, Integer> places, int end) throws SQLException {
        return new Reader(
                row.getObject("id", UUID.class),
                new ContactId(row.getObject("contact_id", UUID.class)),
                places.getOrDefault(row.getObject("step_id", UUID.class), end),
                instant(row.getObject("since", OffsetDateTime.class)),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    void put(List<Placed> steps, List<Reader> readers, Instant now) {
        scoped("""
            update enrolments e set step_id = r.step, since = r.since, due_at = r.due, state = r.state,
                ended_by = r.ended, ended_at = case when r.state = 'ACTIVE' then null else :now end
            from unnest(:ids, :steps, :sinces, :dues, :states, :reasons) r(id, step, since, due, state, ended)
            where e.id = r.id and e.workspace_id = :workspace\
            """)
                .param("ids", array("uuid", readers, Reader::enrolment))
                .param("steps", array("uuid", readers, reader -> stepOf(reader, steps)))
                .param("sinces", array("timestamptz", readers, reader -> time(reader.since())))
                .param("dues", array("timestamptz", readers, reader -> time(reader.due())))
                .param("states", array("text", readers, reader -> state(reader, steps)))
                .param("reasons", array("text", readers, reader -> reader.ended()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable UUID stepOf(Reader reader, List<Placed> steps) {
        return reader.place() < steps.size() ? steps.get(reader.place()).id() : null;
    }

    private static String state(Reader reader, List<Placed> steps) {
        if (reader.ended() != null) {
            return "STOPPED";
        }
        return reader.place() < steps.size() ? "ACTIVE" : "FINISHED";
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static SqlArrayValue array(
            String type, List<Reader> readers, Function<Reader, ? extends @Nullable Object> column) {
        return new SqlArrayValue(
                type,
                readers.stream()
                        .map(column)
                        .map(value -> value == null ? null : value.toString())
                        .toArray());
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
