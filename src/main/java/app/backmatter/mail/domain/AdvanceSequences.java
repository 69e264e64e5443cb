package app.backmatter.mail.domain;

import app.backmatter.mail.Sequences;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the next mail of every enrolment that is due into the outbox and sets the wait to the one after it. A pitch waits
 * while another letter that offers the same is on its way to the reader, or left less than a day ago. An enrolment is locked by one node, moves on by one mail however far the clock jumped, and a mail's key holds enrolment
 * and mail, so that each step goes out once.
 */
@Component
class AdvanceSequences {
    private static final int ROUND = 500;

    private final JdbcClient jdbc;
    private final Postman postman;
    private final Clock clock;

    AdvanceSequences(JdbcClient jdbc, Postman postman, Clock clock) {
        this.jdbc = jdbc;
        this.postman = postman;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional
    boolean advance() {
        var advanced = jdbc.sql("""
            with due as materialized (
                select id, workspace_id, sequence_id, contact_id, recipient, fields, next_position
                from enrolments e where state = 'ACTIVE' and due_at <= :now
                    and not exists (select from messages m
                        where m.contact_id = e.contact_id and m.workspace_id = e.workspace_id
                            and m.fields ->> 'pitches' = e.pitched_product::text
                            and m.state not in ('CANCELLED', 'FAILED')
                            and (m.left_at is null or m.left_at > :yesterday))
                order by due_at limit :limit for update of e skip locked
            ), step as (
                select due.*, this.id as mail_id, later.wait_days
                from due
                    left join sequence_mails this on this.sequence_id = due.sequence_id
                        and this.workspace_id = due.workspace_id and this.position = due.next_position
                    left join sequence_mails later on later.sequence_id = due.sequence_id
                        and later.workspace_id = due.workspace_id and later.position = due.next_position + 1
            ), written as (
                insert into messages (id, workspace_id, contact_id, recipient, template, fields, key, marketing,
                    enrolment_id, state, due_at, queued_at)
                select uuidv7(), workspace_id, contact_id, recipient, 'sequence-mail',
                    fields || jsonb_build_object('mail', mail_id, 'contact', contact_id),
                    'sequence:' || id || ':' || mail_id, true, id, 'QUEUED', :now, :now
                from step where mail_id is not null
                on conflict (workspace_id, key) do nothing
            )
            update enrolments e set
                state = case when step.wait_days is null then 'FINISHED' else 'ACTIVE' end,
                next_position = step.next_position + (step.mail_id is not null)::int,
                due_at = :now + make_interval(days => coalesce(step.wait_days, 0))
            from step where e.id = step.id and e.workspace_id = step.workspace_id\
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("yesterday", clock.instant().minus(Sequences.APART).atOffset(ZoneOffset.UTC))
                .param("limit", ROUND)
                .update();
        if (advanced > 0) {
            postman.nudgeAfterCommit();
        }
        return advanced == ROUND;
    }
}
