package app.backmatter.mail.sequence;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipients;
import app.backmatter.audience.SegmentId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets everybody of a segment into a sequence: a few at a time, and on where it was when a node dies. */
@Service
public class Intakes {
    private static final int ROUND = 2_000;

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final LetIn letIn;
    private final Clock clock;

    Intakes(JdbcClient jdbc, Recipients recipients, LetIn letIn, Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.letIn = letIn;
        this.clock = clock;
    }

    /** The one that was begun last. */
    public record Progress(int entered, boolean going) {}

    private record Going(
            UUID id,
            WorkspaceId workspace,
            SequenceId sequence,
            @Nullable SegmentId segment,
            @Nullable ContactId reached) {}

    /** @param segment absent for everybody on the list */
    @Transactional
    public void begin(SequenceId sequence, @Nullable SegmentId segment) {
        jdbc.sql("""
            insert into sequence_intakes (id, workspace_id, sequence_id, segment_id, begun_at)
            select :id, workspace_id, id, :segment, :now from sequences where id = :sequence and workspace_id = :workspace\
            """)
                .param("id", Ids.next())
                .param("workspace", WorkspaceScope.current().value())
                .param("sequence", sequence.value())
                .param("segment", segment == null ? null : segment.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Progress> latest(SequenceId sequence) {
        return jdbc.sql("""
            select entered, ended_at is null as going from sequence_intakes
            where sequence_id = :sequence and workspace_id = :workspace order by id desc limit 1\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("sequence", sequence.value())
                .query((row, n) -> new Progress(row.getInt("entered"), row.getBoolean("going")))
                .optional();
    }

    /** @return whether there may be more */
    @Transactional
    public boolean goOn() {
        var going = jdbc.sql("""
            select * from sequence_intakes where ended_at is null order by begun_at limit 1 for update skip locked\
            """).query(Intakes::going).optional();
        going.ifPresent(intake -> WorkspaceScope.run(intake.workspace(), () -> goOn(intake)));
        return going.isPresent();
    }

    private void goOn(Going intake) {
        var people = recipients.next(new Addressed(intake.segment(), Set.of()), intake.reached(), ROUND);
        var entered = letIn.to(intake.sequence(), people, clock.instant());
        jdbc.sql("""
            update sequence_intakes set entered = entered + :entered, reached = coalesce(:reached, reached),
                ended_at = case when :over then :now end
            where id = :id and workspace_id = :workspace\
            """)
                .param("entered", entered)
                .param(
                        "reached",
                        people.isEmpty() ? null : people.getLast().contact().value())
                .param("over", people.size() < ROUND)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", intake.id())
                .param("workspace", intake.workspace().value())
                .update();
    }

    private static Going going(ResultSet row, int n) throws SQLException {
        var segment = row.getObject("segment_id", UUID.class);
        var reached = row.getObject("reached", UUID.class);
        return new Going(
                row.getObject("id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new SequenceId(row.getObject("sequence_id", UUID.class)),
                segment == null ? null : new SegmentId(segment),
                reached == null ? null : new ContactId(reached));
    }
}
