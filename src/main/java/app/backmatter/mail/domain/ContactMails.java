package app.backmatter.mail.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactLines;
import app.backmatter.database.WorkspaceScope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A contact's mails with what became of each. */
@Component
class ContactMails implements ContactLines {
    private final JdbcClient jdbc;

    ContactMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> instead() {
        return Set.of("mail", "mail-kept");
    }

    @Override
    public List<Line> of(ContactId contact) {
        return jdbc.sql("""
            select id, state, coalesce(subject, '') as subject, coalesce(left_at, due_at) as at
            from messages where contact_id = :contact and workspace_id = :workspace order by id desc limit 500\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, n) -> new Line(
                        Theme.MAILS,
                        "mail-" + row.getString("state").toLowerCase(Locale.ROOT),
                        row.getString("subject"),
                        "/mail/" + row.getString("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
