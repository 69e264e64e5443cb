package app.backmatter.mail.broadcast;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The books of what leaves. One statement writes down what became of the messages before and lets the next ones go, so
 * that no more messages are ever on the wire unwritten than there are connections. It runs more than a thousand times a
 * second, and so its parameters go as the text that the driver would make of them.
 */
@Component
class Departures {
    private static final String TURN = """
        select let_broadcast_messages_go(?::uuid, ?::uuid, ?::timestamptz, ?::uuid[], ?::int[], ?::uuid[], ?::text[],
            ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::int[], ?::uuid[], ?::uuid[])\
        """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Departures(JdbcTemplate jdbc, Clock clock) {
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
        return requireNonNull(jdbc.query(connection -> statement(connection, job, ended, next), Departures::unwanted));
    }

    private PreparedStatement statement(
            Connection connection, BroadcastJob job, List<Ending> ended, List<Outgoing> next) throws SQLException {
        var leases = leases(ended, next);
        var told = ended.stream().filter(Ending::isUnusual).toList();
        var statement = connection.prepareStatement(TURN);
        statement.setString(1, job.workspace().value().toString());
        statement.setString(2, job.id().toString());
        statement.setString(3, clock.instant().toString());
        statement.setString(4, list(leases, Lease::batch));
        statement.setString(5, list(leases, Lease::attempt));
        statement.setString(6, list(leases, Lease::reached));
        statement.setString(7, list(leases, lease -> '"' + list(lease.unended(), Function.identity()) + '"'));
        statement.setString(8, list(told, ending -> ending.message().id()));
        statement.setString(9, list(told, Ending::state));
        statement.setArray(
                10,
                connection.createArrayOf(
                        "text", told.stream().map(Ending::refusal).toArray()));
        statement.setString(11, list(told, Ending::due));
        statement.setString(12, list(told, Ending::tries));
        statement.setString(13, list(next, Outgoing::id));
        statement.setString(14, list(next, message -> message.contact().value()));
        return statement;
    }

    private static Optional<Set<UUID>> unwanted(ResultSet row) throws SQLException {
        row.next();
        var messages = row.getArray(1);
        return messages == null ? Optional.empty() : Optional.of(Set.of((UUID[]) messages.getArray()));
    }

    private static Set<Lease> leases(List<Ending> ended, List<Outgoing> next) {
        var leases = new LinkedHashSet<Lease>();
        Stream.concat(ended.stream().map(Ending::message), next.stream())
                .map(Outgoing::lease)
                .forEach(leases::add);
        return leases;
    }

    /** An array as PostgreSQL writes one, of values that need no quotes; what is absent is its null. */
    private static <T> String list(Collection<T> rows, Function<T, ? extends @Nullable Object> column) {
        return rows.stream().map(column).map(String::valueOf).collect(joining(",", "{", "}"));
    }
}
