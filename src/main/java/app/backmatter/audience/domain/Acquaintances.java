package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known about a contact beside the consent: the name, tags, where the person came from, lines of history. */
@Service
@Transactional
public class Acquaintances {
    private final JdbcClient jdbc;
    private final History history;

    Acquaintances(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    public ContactId buyer(EmailAddress email, String firstName, Source source, Instant cameAt, Instant at) {
        var made = Ids.next();
        var id = jdbc.sql("""
            insert into contacts as c (id, workspace_id, email, first_name, status, status_at,
                first_source_kind, first_source_id, first_source_label,
                last_source_kind, last_source_id, last_source_label, last_source_at, joined_at)
            values (:id, :workspace, :email, left(:firstName, 100), 'CUSTOMER', :at,
                :kind, :source, :label, :kind, :source, :label, :cameAt, :at)
            on conflict (workspace_id, email) do update
                set first_name = case when c.first_name = '' then excluded.first_name else c.first_name end
            returning id\
            """)
                .param("id", made)
                .param("workspace", WorkspaceScope.current().value())
                .param("email", email.value())
                .param("firstName", firstName)
                .param("kind", source.kind().name())
                .param("source", source.id())
                .param("label", source.label())
                .param("cameAt", cameAt.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        var contact = new ContactId(id);
        if (!id.equals(made)) {
            seen(contact, source, cameAt);
        }
        return contact;
    }

    public void rename(ContactId contact, String firstName) {
        jdbc.sql("""
            update contacts set first_name = left(:firstName, 100)
            where id = :contact and workspace_id = :workspace\
            """)
                .param("firstName", firstName.strip())
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    public void seen(ContactId contact, Source source, Instant at) {
        if (source.isDirect()) {
            return;
        }
        jdbc.sql("""
            update contacts set last_source_kind = :kind, last_source_id = :source, last_source_label = :label,
                last_source_at = :at
            where id = :contact and workspace_id = :workspace and last_source_at <= :at\
            """)
                .param("kind", source.kind().name())
                .param("source", source.id())
                .param("label", source.label())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    public void tag(ContactId contact, String tag, Instant at) {
        var added = jdbc.sql("""
            insert into contact_tags (contact_id, workspace_id, tag, at)
            select id, workspace_id, :tag, :at from contacts where id = :contact and workspace_id = :workspace
            on conflict do nothing\
            """)
                .param("tag", tag.strip())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
        if (added > 0) {
            history.line(contact, "tagged", tag.strip(), at);
        }
    }

    public void untag(ContactId contact, String tag, Instant at) {
        var removed = jdbc.sql("""
            delete from contact_tags
            where contact_id = :contact and workspace_id = :workspace and tag = :tag\
            """)
                .param("tag", tag)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
        if (removed > 0) {
            history.line(contact, "untagged", tag, at);
        }
    }

    public void note(ContactId contact, String kind, String detail, Instant at) {
        history.line(contact, kind, detail, at);
    }
}
