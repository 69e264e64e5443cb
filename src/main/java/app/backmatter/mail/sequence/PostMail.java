package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Puts a sequence's mail to many into the outbox. Who had it before, as steps were moved about, does not get it again. */
@Component
class PostMail {
    static final String TEMPLATE = "sequence-mail";

    private final JdbcClient jdbc;

    PostMail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void to(List<Reader> readers, UUID mail, Instant now) {
        jdbc.sql("""
            with taken as (
                insert into enrolment_steps (enrolment_id, workspace_id, step_id, outcome, message_id, at)
                select id, :workspace, :mail, 'MAILED', uuidv7(), :now from unnest(:ids) r(id)
                on conflict do nothing returning enrolment_id, message_id
            )
            insert into messages (id, workspace_id, contact_id, recipient, template, fields, key, marketing,
                enrolment_id, state, due_at, queued_at)
            select t.message_id, e.workspace_id, e.contact_id, e.recipient, :template,
                e.fields || jsonb_build_object('mail', :mail::text, 'contact', e.contact_id, 'enrolment', e.id,
                    'sequence', e.sequence_id),
                'sequence:' || e.id || ':' || :mail, true, e.id, 'QUEUED', :now, :now
            from taken t join enrolments e on e.id = t.enrolment_id and e.workspace_id = :workspace
            on conflict (workspace_id, key) do nothing\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("mail", mail)
                .param("template", TEMPLATE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid", readers.stream().map(Reader::enrolment).toArray()))
                .update();
    }
}
