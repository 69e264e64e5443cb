package app.backmatter.mail.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.PersonData;
import app.backmatter.database.WorkspaceScope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails to one person. */
@Component
class MailData implements PersonData {
    private final JdbcClient jdbc;

    MailData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(ContactId contact) {
        return jdbc.sql("""
            select recipient, template, subject, state, queued_at::text, left_at::text from messages
            where contact_id = :contact and workspace_id = :workspace order by id\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query()
                .listOfRows();
    }
}
