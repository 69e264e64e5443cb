package app.backmatter.audience.domain;

import app.backmatter.audience.ContactErased;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets a person: address, name, consents, tags and history. Orders stay, for they are the author's books, but without
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
        var erased = jdbc.sql("delete from contacts where id = :contact and workspace_id = :workspace")
                .param("contact", contact.value())
                .param("workspace", workspace.value())
                .update();
        if (erased > 0) {
            events.publishEvent(new ContactErased(contact, workspace));
        }
    }
}
