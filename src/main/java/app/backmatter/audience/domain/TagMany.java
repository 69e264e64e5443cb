package app.backmatter.audience.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a tag to everybody in a list of the workspace in scope, by one statement. */
@Service
public class TagMany {
    private final ContactList contacts;
    private final Clock clock;

    TagMany(ContactList contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    /** @return how many did not have it before */
    @Transactional
    public int give(String tag, ContactFilter filter) {
        return contacts.filtered("with fitting as (select c.id, c.workspace_id from contacts c ", filter, """
             and (:given = any(c.tags)) is not true),
            given as (
                insert into contact_tags (contact_id, workspace_id, tag, at)
                select id, workspace_id, :given, :at from fitting on conflict do nothing
                returning contact_id, workspace_id)
            insert into contact_events (workspace_id, contact_id, kind, detail, at)
            select workspace_id, contact_id, 'tagged', :given, :at from given\
            """)
                .param("given", tag)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
