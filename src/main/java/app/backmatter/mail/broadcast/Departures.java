package app.backmatter.mail.broadcast;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        select id, goes from let_broadcast_messages_go(:workspace, :broadcast, :now,
            :ended, :states, :refusals, :dues, :tries, :next, :batches, :attempts)\
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
     * @return of those whose batch is still this node's, while the broadcast goes on: whether they go, or were cancelled
     *     because their reader may not be mailed any more
     */
    Map<UUID, Boolean> turn(BroadcastJob job, List<Ending> ended, List<Outgoing> next) {
        var granted = HashMap.<UUID, Boolean>newHashMap(next.size());
        jdbc.sql(TURN)
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
                .query(row -> {
                    granted.put(row.getObject("id", UUID.class), row.getBoolean("goes"));
                });
        return granted;
    }

    private static @Nullable String timestamp(@Nullable Instant due) {
        return due == null ? null : due.toString();
    }

    private static <T> SqlArrayValue array(
            String type, Collection<T> rows, Function<T, ? extends @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
