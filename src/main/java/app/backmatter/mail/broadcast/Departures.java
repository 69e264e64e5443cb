package app.backmatter.mail.broadcast;

import static java.util.stream.Collectors.joining;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
        select let_broadcast_messages_go(:workspace, :broadcast, :now, :batches, :attempts, :reaches, :unendeds,
            :ended, :states, :refusals, :dues, :tries, :next, :contacts)\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Departures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param ended what became of messages that were let go before; their batches know of it
     * @param next who asks to leave now; their batches know that too
     * @return those of the next that were cancelled, because their reader may not be mailed any more; empty when none may
     *     go: another node has their batch, or the broadcast does not go on
     */
    Optional<Set<UUID>> turn(BroadcastJob job, List<Ending> ended, List<Outgoing> next) {
        var leases = leases(ended, next);
        var told = ended.stream().filter(Ending::isUnusual).toList();
        return jdbc.sql(TURN)
                .param("now", Timestamp.from(clock.instant()))
                .param("workspace", job.workspace().value())
                .param("broadcast", job.id())
                .param("batches", array("uuid", leases, Lease::batch))
                .param("attempts", array("int", leases, Lease::attempt))
                .param("reaches", array("uuid", leases, Lease::reached))
                .param("unendeds", array("text", leases, Departures::unended))
                .param("ended", array("uuid", told, ending -> ending.message().id()))
                .param("states", array("text", told, Ending::state))
                .param("refusals", array("text", told, Ending::refusal))
                .param("dues", array("timestamptz", told, ending -> timestamp(ending.due())))
                .param("tries", array("int", told, Ending::tries))
                .param("next", array("uuid", next, Outgoing::id))
                .param(
                        "contacts",
                        array("uuid", next, message -> message.contact().value()))
                .query((row, n) -> unwanted(row.getArray(1)))
                .single();
    }

    private static Optional<Set<UUID>> unwanted(@Nullable Array messages) throws SQLException {
        return messages == null ? Optional.empty() : Optional.of(Set.of((UUID[]) messages.getArray()));
    }

    private static Set<Lease> leases(List<Ending> ended, List<Outgoing> next) {
        var leases = new LinkedHashSet<Lease>();
        Stream.concat(ended.stream().map(Ending::message), next.stream())
                .map(Outgoing::lease)
                .forEach(leases::add);
        return leases;
    }

    private static String unended(Lease lease) {
        return lease.unended().stream().map(UUID::toString).collect(joining(",", "{", "}"));
    }

    private static @Nullable String timestamp(@Nullable Instant due) {
        return due == null ? null : due.toString();
    }

    private static <T> SqlArrayValue array(
            String type, Collection<T> rows, Function<T, ? extends @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
