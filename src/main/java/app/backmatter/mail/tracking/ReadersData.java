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

/** One person's broadcasts, what the person did with them, and what came back of any mail. */
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
            select b.subject, m.state, m.at::text from broadcast_messages m
                join broadcasts b on b.id = m.broadcast_id and b.workspace_id = m.workspace_id
            where m.contact_id = :contact and m.workspace_id = :workspace order by m.id\
            """, jdbc);
    }

    @Bean
    PersonData opensOfPerson(JdbcClient jdbc) {
        return new Rows("opens", """
            select b.subject, o.through, o.at::text from broadcast_messages m
                join broadcasts b on b.id = m.broadcast_id and b.workspace_id = m.workspace_id
                join mail_opens o on o.message_id = m.id and o.workspace_id = m.workspace_id
            where m.contact_id = :contact and m.workspace_id = :workspace order by o.id\
            """, jdbc);
    }

    @Bean
    PersonData clicksOfPerson(JdbcClient jdbc) {
        return new Rows("clicks", """
            select b.subject, l.url, c.scanner, c.at::text from broadcast_messages m
                join broadcasts b on b.id = m.broadcast_id and b.workspace_id = m.workspace_id
                join mail_clicks c on c.message_id = m.id and c.workspace_id = m.workspace_id
                join mail_links l on l.id = c.link_id and l.workspace_id = c.workspace_id
            where m.contact_id = :contact and m.workspace_id = :workspace order by c.id\
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
