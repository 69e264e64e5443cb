package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Keeps what contacts of the workspace in scope do, as far as somebody waits for it. */
@Component
class TellOccasions {
    private final JdbcClient jdbc;

    TellOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void bought(ContactId contact, Collection<UUID> products) {
        jdbc.sql("""
            insert into occasions (workspace_id, contact_id, event, subject)
            select c.workspace_id, c.id, w.event, w.subject
            from contacts c join awaited_occasions w on w.workspace_id = c.workspace_id
            where c.id = :contact and c.workspace_id = :workspace and w.event = 'BOUGHT'
                and (w.subject = '' or w.subject = any(:products))\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .param(
                        "products",
                        new SqlArrayValue(
                                "text", products.stream().map(UUID::toString).toArray()))
                .update();
    }

    /** All that the contact did before without being asked whether mail may come. */
    void confirmed(ContactId contact) {
        jdbc.sql("""
            insert into occasions (workspace_id, contact_id, event, subject)
            select c.workspace_id, c.id, w.event, w.subject
            from contacts c join awaited_occasions w on w.workspace_id = c.workspace_id
            where c.id = :contact and c.workspace_id = :workspace and case w.event
                when 'SIGNED_UP' then w.subject = '' or w.subject = any(c.consent_origins)
                    or w.subject = c.last_source_id::text
                when 'TAGGED' then w.subject = any(c.tags)
                else w.subject = '' and c.orders > 0 or w.subject = any(c.bought::text[]) end\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }
}
