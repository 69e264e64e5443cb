package app.backmatter.mail.broadcast;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import app.backmatter.audience.Recipients;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Comes by the readers of a broadcast in the order of their ids, once; with a test of subjects twice: by those on whom
 * they are tried, and when one has won by whoever has no message of it yet.
 */
@Component
class Round {
    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Clock clock;

    Round(JdbcClient jdbc, Recipients recipients, Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** @param winner the subject that goes to the rest */
    private record Standing(@Nullable ContactId reached, String stage, int percent, int winner) {
        static Standing of(ResultSet row, int n) throws SQLException {
            return new Standing(
                    Optional.ofNullable(row.getObject("reached", UUID.class))
                            .map(ContactId::new)
                            .orElse(null),
                    row.getString("stage"),
                    row.getInt("sample_percent"),
                    row.getInt("winner"));
        }

        /** So many readers to find so many of whom it comes by. */
        int look(int limit) {
            return stage.equals("SAMPLE") ? limit * 100 / percent : limit;
        }
    }

    /** Who comes next, in the transaction that puts them into batches. Nobody when all were met, or none is to be met now. */
    List<Portion> next(BroadcastJob job, int limit) {
        var standing = scoped(job, """
            select reached, stage, sample_percent, coalesce(winner, 0) as winner from broadcasts
            where id = :broadcast and workspace_id = :workspace and state = 'SENDING' and not drained
            for no key update\
            """).query(Standing::of).optional();
        return standing.isEmpty() ? List.of() : next(job, standing.get(), limit);
    }

    private List<Portion> next(BroadcastJob job, Standing standing, int limit) {
        var reached = standing.reached();
        while (true) {
            var readers = recipients.next(job.addressed(), reached, standing.look(limit));
            var portions = portions(job, standing, readers);
            reached = readers.isEmpty() ? reached : readers.getLast().contact();
            if (readers.isEmpty() || !portions.isEmpty()) {
                keep(job, reached, readers.isEmpty());
                return portions;
            }
        }
    }

    private List<Portion> portions(BroadcastJob job, Standing standing, List<Recipient> readers) {
        return switch (standing.stage()) {
            case "SAMPLE" -> new Draw(job.id(), standing.percent()).from(readers);
            case "REST" -> portion(standing.winner(), unwritten(job, readers));
            default -> job.hour() == null ? portion(0, readers) : byClock(job.hour(), readers);
        };
    }

    private static List<Portion> portion(int subject, List<Recipient> readers) {
        return readers.isEmpty() ? List.of() : List.of(new Portion(subject, false, readers));
    }

    /** Those whose hour has come, and the others. */
    private List<Portion> byClock(LocalStart hour, List<Recipient> readers) {
        var zones = recipients.zones(readers.stream().map(Recipient::contact).toList(), hour.otherwise());
        var now = clock.instant();
        var hours = new HashMap<ContactId, Instant>();
        for (var reader : readers) {
            var moment = hour.in(zones.getOrDefault(reader.contact(), hour.otherwise()));
            if (moment.isAfter(now)) {
                hours.put(reader.contact(), moment);
            }
        }
        var byHour = readers.stream().collect(Collectors.partitioningBy(reader -> hours.containsKey(reader.contact())));
        return Stream.of(
                        new Portion(0, false, byHour.getOrDefault(false, List.of())),
                        new Portion(0, false, byHour.getOrDefault(true, List.of()), hours))
                .filter(portion -> !portion.readers().isEmpty())
                .toList();
    }

    private List<Recipient> unwritten(BroadcastJob job, List<Recipient> readers) {
        var written = new HashSet<>(scoped(job, """
            select contact_id from broadcast_messages
            where contact_id = any(:contacts) and workspace_id = :workspace and broadcast_id = :broadcast\
            """)
                .param(
                        "contacts",
                        new SqlArrayValue(
                                "uuid",
                                readers.stream()
                                        .map(reader -> reader.contact().value())
                                        .toArray()))
                .query((row, n) -> row.getObject("contact_id", UUID.class))
                .list());
        return readers.stream()
                .filter(reader -> !written.contains(reader.contact().value()))
                .toList();
    }

    private void keep(BroadcastJob job, @Nullable ContactId reached, boolean drained) {
        scoped(job, """
            update broadcasts set reached = :reached, drained = :drained
            where id = :broadcast and workspace_id = :workspace\
            """)
                .param("reached", reached == null ? null : reached.value())
                .param("drained", drained)
                .update();
    }

    private JdbcClient.StatementSpec scoped(BroadcastJob job, String sql) {
        return jdbc.sql(sql).param("workspace", job.workspace().value()).param("broadcast", job.id());
    }
}
