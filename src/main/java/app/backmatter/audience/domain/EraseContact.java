package app.backmatter.audience.domain;

import app.backmatter.audience.ContactErased;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets a person: address, also where it was suppressed, name, consents, tags and history. Orders stay, for they are the author's books, but without
 * the person.
 */
@Service
public class EraseContact {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    EraseContact(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional
    public void erase(ContactId contact) {
        var workspace = WorkspaceScope.current();
        var erased = jdbc.sql("""
            with gone as (
                delete from contacts where id = :contact and workspace_id = :workspace returning workspace_id, email
            ), unsuppressed as (
                delete from suppressions s using gone g where s.workspace_id = g.workspace_id and s.email = g.email
            )
            select count(*) from gone\
            """)
                .param("contact", contact.value())
                .param("workspace", workspace.value())
                .query(Long.class)
                .single();
        if (erased > 0) {
            events.publishEvent(new ContactErased(contact, workspace));
        }
    }
}
