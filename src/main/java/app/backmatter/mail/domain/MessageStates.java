package app.backmatter.mail.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A message's way from queue to gone. Each step but the claim is taken only by the last who claimed it, and only if
 * nobody cancelled it meanwhile.
 */
@Component
class MessageStates {
    /** Longer than any conversation with a mail server lasts under the time-outs of application.properties. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Why a message was cancelled whose {@code LetterRules.isWanted} said no. */
    static final String NOT_WANTED = "not-wanted";

    private final JdbcClient jdbc;
    private final Fields fields;
    private final Clock clock;

    MessageStates(JdbcClient jdbc, Fields fields, Clock clock) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.clock = clock;
    }

    List<Claim> claim(Pile pile, int limit) {
        var now = clock.instant();
        return jdbc.sql("""
            with due as materialized (
                select id from %1$s where state in ('QUEUED', 'SENDING') and due_at <= :now
                order by %2$s limit :limit for update skip locked
            )
            update %1$s m set attempts = m.attempts + 1, due_at = :lease from due where m.id = due.id
            returning m.id, m.recipient, m.template, m.fields::text as fields, m.attempts, m.waited, %3$s\
            """.formatted(pile.table, pile.order, pile.owner))
                .param("now", utc(now))
                .param("lease", utc(now.plus(LEASE)))
                .param("limit", limit)
                .query((row, n) -> Claim.of(pile, row, fields))
                .list();
    }

    /** From here on the mail counts as gone, whatever happens to what it tells of. */
    boolean leave(Claim claim, WrittenLetter letter) {
        return write(claim, letter, "state = 'SENDING'");
    }

    /** Whether the sequence that wrote the message was ended for this reader. */
    boolean isStopped(Claim claim) {
        return jdbc.sql("""
            select exists (select from messages m
                join enrolments e on e.id = m.enrolment_id and e.workspace_id = m.workspace_id
                where m.id = :id and m.workspace_id = :workspace and e.ended_by <> 'CONDITION')\
            """)
                .param("id", claim.id())
                .param("workspace", workspace(claim))
                .query(Boolean.class)
                .single();
    }

    boolean sent(Claim claim) {
        return end(
                claim, "state = 'SENT', refusal = null, left_at = :now" + claim.pile().onceSent, "", clock.instant());
    }

    /** Written like {@link #leave}, but nobody is there to take it. */
    boolean keep(Claim claim, WrittenLetter letter) {
        return write(claim, letter, "state = 'KEPT', refusal = null, left_at = :now");
    }

    void failed(Claim claim, String reason) {
        end(claim, "state = 'FAILED', refusal = left(:reason, 300), left_at = :now", reason, clock.instant());
    }

    void cancelled(Claim claim, String reason) {
        end(claim, "state = 'CANCELLED', refusal = :reason, left_at = :now", reason, clock.instant());
    }

    void postponed(Claim claim, String reason, Duration by) {
        end(
                claim,
                "state = 'QUEUED', refusal = left(:reason, 300), due_at = :now",
                reason,
                clock.instant().plus(by));
    }

    /** Nothing is wrong with it, and this was no try to send it: its moment is yet to come. */
    void waits(Claim claim, Instant until) {
        end(claim, "state = 'QUEUED', refusal = null, due_at = :now, waited = waited + 1", "", until);
    }

    private boolean write(Claim claim, WrittenLetter letter, String change) {
        return jdbc.sql(step(claim, change + ", subject = :subject, html = :html, plain = :plain"))
                        .param("id", claim.id())
                        .param("workspace", workspace(claim))
                        .param("attempt", claim.attempt())
                        .param("now", utc(clock.instant()))
                        .param("subject", letter.subject())
                        .param("html", letter.html())
                        .param("plain", letter.text())
                        .update()
                > 0;
    }

    private boolean end(Claim claim, String change, String reason, Instant at) {
        return jdbc.sql(step(claim, change))
                        .param("id", claim.id())
                        .param("workspace", workspace(claim))
                        .param("attempt", claim.attempt())
                        .param("reason", reason)
                        .param("now", utc(at))
                        .update()
                > 0;
    }

    private static String step(Claim claim, String change) {
        return "update %s set %s where %s and attempts = :attempt and state in ('QUEUED', 'SENDING')"
                .formatted(claim.pile().table, change, claim.pile().row);
    }

    private static @Nullable UUID workspace(Claim claim) {
        return claim.workspace() == null ? null : claim.workspace().value();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
