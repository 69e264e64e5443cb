package app.backmatter.mail.tracking;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.PersonData;
import app.backmatter.database.WorkspaceScope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person's broadcasts and sequences, what the person did with them, and what came back of any mail. */
@Configuration(proxyBeanMethods = false)
class ReadersData {
    private record Rows(String name, String sql, JdbcClient jdbc) implements PersonData {
        @Override
        public List<Map<String, @Nullable Object>> of(ContactId contact) {
            return jdbc.sql(sql)
                    .param("contact", contact.value())
                    .param("workspace", WorkspaceScope.current().value())
                    .query()
                    .listOfRows();
        }
    }

    @Bean
    PersonData broadcastsToPerson(JdbcClient jdbc) {
        return new Rows("broadcasts", """
            select case when t.subject = 1 then b.other_subject else b.subject end as subject,
                broadcast_message_state(m.state, m.id, t.reached, t.unended) as state, m.at::text
            from broadcast_messages m
                join broadcasts b on b.id = m.broadcast_id and b.workspace_id = m.workspace_id
                join broadcast_batches t on t.id = m.batch_id and t.workspace_id = m.workspace_id
            where m.contact_id = :contact and m.workspace_id = :workspace order by m.id\
            """, jdbc);
    }

    @Bean
    PersonData opensOfPerson(JdbcClient jdbc) {
        return new Rows("opens", """
            select case when t.subject = 1 then b.other_subject else b.subject end as subject, o.through, o.at::text from broadcast_messages m
                join broadcasts b on b.id = m.broadcast_id and b.workspace_id = m.workspace_id
                left join broadcast_batches t on t.id = m.batch_id and t.workspace_id = m.workspace_id
                join mail_opens o on o.message_id = m.id and o.workspace_id = m.workspace_id
            where m.contact_id = :contact and m.workspace_id = :workspace order by o.id\
            """, jdbc);
    }

    @Bean
    PersonData clicksOfPerson(JdbcClient jdbc) {
        return new Rows("clicks", """
            select case when t.subject = 1 then b.other_subject else b.subject end as subject, l.url, c.scanner, c.at::text from broadcast_messages m
                join broadcasts b on b.id = m.broadcast_id and b.workspace_id = m.workspace_id
                left join broadcast_batches t on t.id = m.batch_id and t.workspace_id = m.workspace_id
                join mail_clicks c on c.message_id = m.id and c.workspace_id = m.workspace_id
                join mail_links l on l.id = c.link_id and l.workspace_id = c.workspace_id
            where m.contact_id = :contact and m.workspace_id = :workspace order by c.id\
            """, jdbc);
    }

    @Bean
    PersonData sequencesOfPerson(JdbcClient jdbc) {
        return new Rows("sequences", """
            select s.name, e.recipient, e.state, e.ended_by, e.entered_at::text, e.ended_at::text
            from enrolments e join sequences s on s.id = e.sequence_id and s.workspace_id = e.workspace_id
            where e.contact_id = :contact and e.workspace_id = :workspace order by e.id\
            """, jdbc);
    }

    @Bean
    PersonData stepsOfPerson(JdbcClient jdbc) {
        return new Rows("sequence_steps", """
            select s.name, coalesce(p.step ->> 'subject', '') as subject, d.outcome, d.at::text, d.sent_at::text,
                d.opened_at::text, d.proxied_at::text, d.clicked_at::text
            from enrolments e join sequences s on s.id = e.sequence_id and s.workspace_id = e.workspace_id
                join enrolment_steps d on d.enrolment_id = e.id and d.workspace_id = e.workspace_id
                join sequence_steps p on p.id = d.step_id and p.workspace_id = d.workspace_id
            where e.contact_id = :contact and e.workspace_id = :workspace order by d.at, d.step_id\
            """, jdbc);
    }

    @Bean
    PersonData reportsOfPerson(JdbcClient jdbc) {
        return new Rows("bounces", """
            select kind, recipient, status, words, source, at::text from mail_reports
            where contact_id = :contact and workspace_id = :workspace order by id\
            """, jdbc);
    }
}
