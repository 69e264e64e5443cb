package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what is kept about a contact for ever: consents given and taken back, and lines of history. */
@Component
class History {
    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void line(ContactId contact, String kind, String detail, Instant at) {
        jdbc.sql("""
            insert into contact_events (workspace_id, contact_id, kind, detail, at)
            select workspace_id, id, :kind, left(:detail, 500), :at from contacts
            where id = :contact and workspace_id = :workspace\
            """)
                .param("kind", kind)
                .param("detail", detail)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    void consent(ContactId contact, String text, String origin, Instant at) {
        write(contact, "GIVEN", text, origin, at);
        jdbc.sql("""
            update contacts set consent_mark = hashtextextended(:text || chr(31) || :origin, 0), consented_at = :at,
                consent_origins = case when :origin = any(consent_origins) then consent_origins
                    else array_append(consent_origins, :origin) end
            where id = :contact and workspace_id = :workspace\
            """)
                .param("text", text)
                .param("origin", origin)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    void withdrawal(ContactId contact, String origin, Instant at) {
        write(contact, "WITHDRAWN", "", origin, at);
    }

    private void write(ContactId contact, String kind, String text, String origin, Instant at) {
        jdbc.sql("""
            insert into consents (workspace_id, contact_id, kind, text, origin, at)
            values (:workspace, :contact, :kind, :text, :origin, :at)\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("contact", contact.value())
                .param("kind", kind)
                .param("text", text)
                .param("origin", origin)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
