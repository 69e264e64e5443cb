package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What authors write down about contacts of the workspace in scope. */
@Service
public class ContactNotes {
    /** Characters of one. */
    public static final int LONGEST = 2_000;

    private final JdbcClient jdbc;

    ContactNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Note(UUID id, String text, Instant at) {}

    public void add(ContactId contact, String text, Instant at) {
        jdbc.sql("""
            insert into contact_notes (id, workspace_id, contact_id, text, at)
            select :id, workspace_id, id, :text, :at from contacts where id = :contact and workspace_id = :workspace\
            """)
                .param("id", Ids.next())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    public void delete(ContactId contact, UUID note) {
        jdbc.sql("""
            delete from contact_notes where id = :note and contact_id = :contact and workspace_id = :workspace\
            """)
                .param("note", note)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    /** Latest first, at most 500. */
    public List<Note> of(ContactId contact) {
        return jdbc.sql("""
            select id, text, at from contact_notes where contact_id = :contact and workspace_id = :workspace
            order by id desc limit 500\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, n) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
