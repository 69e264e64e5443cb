package app.backmatter.mail.broadcast;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactLines;
import app.backmatter.database.WorkspaceScope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A contact's broadcasts, and what the person did with them. */
@Component
class ContactBroadcasts implements ContactLines {
    private final JdbcClient jdbc;

    ContactBroadcasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> instead() {
        return Set.of();
    }

    @Override
    public List<Line> of(ContactId contact) {
        return jdbc.sql("""
            with mine as (
                select m.id, m.workspace_id, m.at, b.id as broadcast,
                    case when t.subject = 1 then b.other_subject else b.subject end as subject,
                    broadcast_message_state(m.state, m.id, t.reached, t.unended) as state
                from broadcast_messages m join broadcasts b on b.id = m.broadcast_id and b.workspace_id = m.workspace_id
                    join broadcast_batches t on t.id = m.batch_id and t.workspace_id = m.workspace_id
                where m.contact_id = :contact and m.workspace_id = :workspace order by m.id desc limit 200
            )
            select case state when 'POSTPONED' then 'mail-queued' else 'mail-' || lower(state) end as kind, subject, broadcast, at from mine
            union all
            select 'mail-clicked', l.url, mine.broadcast, c.at
            from mine
                join mail_clicks c on c.message_id = mine.id and c.workspace_id = mine.workspace_id
                join mail_links l on l.id = c.link_id and l.workspace_id = c.workspace_id
            where not c.scanner
            union all
            select 'mail-opened', subject, mine.broadcast, o.at
            from mine join mail_opens o on o.message_id = mine.id and o.workspace_id = mine.workspace_id
            where o.through = 'PERSON'
            order by at desc limit 500\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, n) -> new Line(
                        Theme.MAILS,
                        row.getString("kind"),
                        row.getString("subject"),
                        "/mail/broadcasts/" + row.getString("broadcast"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
