package app.backmatter.mail.health;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops the broadcasts of the workspace in scope when limits are crossed, and lets them go on when their author has read why. */
@Service
@Transactional
public class SendingStops {
    /** Days that are looked at. */
    private static final int WINDOW = 7;

    /** What stands where a mail server's words stand when it was the mail server that stopped a broadcast. */
    public static final String STOPPED_BY = "sending-health";

    private final JdbcClient jdbc;
    private final MailDays days;
    private final StopLetter letter;
    private final Clock clock;

    SendingStops(JdbcClient jdbc, MailDays days, StopLetter letter, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.letter = letter;
        this.clock = clock;
    }

    /** The stop that nobody has read yet. */
    public Optional<SendingStop> open() {
        return scoped("select * from sending_stops where workspace_id = :workspace and seen_at is null")
                .query((row, _) -> new SendingStop(
                        Limit.valueOf(row.getString("rate")),
                        row.getLong("part"),
                        row.getLong("whole"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** To be asked when bounces or complaints were counted. */
    public void check() {
        var counts = held();
        Stream.of(Limit.values())
                .filter(limit -> limit.isCrossed(counts))
                .findFirst()
                .ifPresent(limit -> stop(limit, counts));
    }

    private void stop(Limit limit, Counts counts) {
        var id = Ids.next();
        int stopped = scoped("""
            insert into sending_stops (id, workspace_id, rate, part, whole, at)
            values (:id, :workspace, :rate, :part, :whole, :now)
            on conflict (workspace_id) where seen_at is null do nothing\
            """)
                .param("id", id)
                .param("rate", limit.name())
                .param("part", limit.part(counts))
                .param("whole", limit.whole(counts))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (stopped > 0) {
            scoped("""
                update broadcasts set state = 'PAUSED', stopped_by = :why, version = version + 1
                where workspace_id = :workspace and state = 'SENDING'\
                """).param("why", STOPPED_BY).update();
            letter.queue(id, limit, clock.instant());
        }
    }

    /** Its author has read why: what was stopped goes on, and what was counted so far stops nothing again. */
    public void release() {
        var from = days.today().minusDays(WINDOW - 1);
        int released = scoped("""
            update sending_stops set seen_at = :now, counted_from = :from::date, seen_counts = :counts
            where workspace_id = :workspace and seen_at is null\
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("from", from.toString())
                .param("counts", numbers(days.since(from)))
                .update();
        if (released > 0) {
            scoped("""
                update broadcasts set state = 'SENDING', stopped_by = null, version = version + 1
                where workspace_id = :workspace and state = 'PAUSED' and stopped_by = :why\
                """).param("why", STOPPED_BY).update();
        }
    }

    /** What the last days came to, without what the author has read of already. */
    private Counts held() {
        var from = days.today().minusDays(WINDOW - 1);
        return scoped("""
            select counted_from, seen_counts from sending_stops
            where workspace_id = :workspace and seen_at is not null order by id desc limit 1\
            """)
                .query((row, _) -> new Seen(row.getDate("counted_from").toLocalDate(), counts(row)))
                .optional()
                .filter(seen -> !seen.from().isBefore(from.minusDays(WINDOW)))
                .map(seen -> days.since(seen.from()).minus(seen.counts()))
                .orElseGet(() -> days.since(from));
    }

    private record Seen(LocalDate from, Counts counts) {}

    private static SqlArrayValue numbers(Counts counts) {
        return new SqlArrayValue(
                "bigint",
                counts.accepted(),
                counts.refused(),
                counts.blocked(),
                counts.soft(),
                counts.hard(),
                counts.complained(),
                counts.opened());
    }

    private static Counts counts(ResultSet row) throws SQLException {
        Array array = row.getArray("seen_counts");
        var numbers = Arrays.stream((Long[]) array.getArray())
                .mapToLong(Long::longValue)
                .toArray();
        return new Counts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
