package app.backmatter.mail.broadcast;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The books of what leaves. One statement writes down what became of the messages before and lets the next ones go, so
 * that no more messages are ever on the wire unwritten than there are connections.
 */
@Component
class Departures {
    private static final String TURN = """
        with ended as (
            update broadcast_messages m set state = t.state, at = :now, refusal = left(t.refusal, 300), due_at = t.due_at,
                tries = t.tries
            from unnest(:ended, :states, :refusals, :dues, :tries) t(id, state, refusal, due_at, tries)
            where m.id = t.id and m.workspace_id = :workspace and m.state in ('QUEUED', 'LEAVING')
        )
        update broadcast_messages m set state = 'LEAVING', at = :now
        from unnest(:next, :batches, :attempts) n(id, batch, attempt)
        where m.id = n.id and m.workspace_id = :workspace and m.state in ('QUEUED', 'LEAVING')
            and exists (select from broadcast_batches b
                where b.id = n.batch and b.workspace_id = :workspace and b.attempt = n.attempt and not b.closed)
            and exists (select from broadcasts b
                where b.id = :broadcast and b.workspace_id = :workspace and b.state = 'SENDING')
        returning m.id\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Departures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param ended what became of messages that were let go before
     * @param next who asks to leave now
     * @return which of these may: their batch is still this node's and the broadcast goes on
     */
    Set<UUID> turn(BroadcastJob job, List<Ending> ended, List<Outgoing> next) {
        return new HashSet<>(jdbc.sql(TURN)
                .param("now", Timestamp.from(clock.instant()))
                .param("workspace", job.workspace().value())
                .param("broadcast", job.id())
                .param("ended", array("uuid", ended, ending -> ending.message().id()))
                .param("states", array("text", ended, Ending::state))
                .param("refusals", array("text", ended, Ending::refusal))
                .param("dues", array("timestamptz", ended, ending -> timestamp(ending.due())))
                .param("tries", array("int", ended, Ending::tries))
                .param("next", array("uuid", next, Outgoing::id))
                .param("batches", array("uuid", next, message -> message.lease().batch()))
                .param("attempts", array("int", next, message -> message.lease().attempt()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
    }

    private static @Nullable String timestamp(@Nullable Instant due) {
        return due == null ? null : due.toString();
    }

    private static <T> SqlArrayValue array(
            String type, Collection<T> rows, Function<T, ? extends @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
