package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a sequence of the workspace in scope up, and lets it run again. Whoever comes meanwhile waits at its first step. */
@Service
@Transactional
public class PauseSequence {
    /** Until a mail that was written already asks again whether it may leave. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final CarryMail carry;
    private final Clock clock;

    PauseSequence(JdbcClient jdbc, CarryMail carry, Clock clock) {
        this.jdbc = jdbc;
        this.carry = carry;
        this.clock = clock;
    }

    /** Nothing leaves any more, not even what is written already. */
    public void pause(SequenceId sequence) {
        scoped("""
            update sequences set paused_at = coalesce(paused_at, :now) where id = :sequence and workspace_id = :workspace\
            """, sequence).update();
    }

    public void resume(SequenceId sequence) {
        scoped("update sequences set paused_at = null where id = :sequence and workspace_id = :workspace", sequence)
                .update();
        scoped("""
            update messages set due_at = :now
            where workspace_id = :workspace and state = 'QUEUED' and due_at > :now and enrolment_id in (
                select id from enrolments where sequence_id = :sequence and workspace_id = :workspace)\
            """, sequence).update();
        carry.soon();
    }

    /** Until when a mail of it waits now; empty when it runs. */
    @Transactional(readOnly = true)
    public Optional<Instant> waitsUntil(SequenceId sequence) {
        return scoped("""
            select id from sequences where id = :sequence and workspace_id = :workspace and paused_at is not null\
            """, sequence).query().listOfRows().isEmpty()
                ? Optional.empty()
                : Optional.of(clock.instant().plus(PATIENCE));
    }

    private JdbcClient.StatementSpec scoped(String sql, SequenceId sequence) {
        return jdbc.sql(sql)
                .param("workspace", WorkspaceScope.current().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sequence", sequence.value());
    }
}
