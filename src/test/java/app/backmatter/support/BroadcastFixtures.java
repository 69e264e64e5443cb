package app.backmatter.support;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Broadcasts, and many people to send them to. */
@Component
public class BroadcastFixtures {
    private final JdbcClient jdbc;
    private final Clock clock;

    BroadcastFixtures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Contacts reader-1@example.com and so on, every other one with a name. */
    public void subscribers(TestWorkspace workspace, int count) {
        people(workspace, "reader", count, "SUBSCRIBED");
    }

    public void people(TestWorkspace workspace, String name, int count, String status) {
        jdbc.sql("""
            insert into contacts (id, workspace_id, email, first_name, status, status_at, first_source_kind,
                first_source_label, last_source_kind, last_source_label, last_source_at, joined_at)
            select uuidv7(), :workspace, :name || '-' || n || '@' || :name || (n % 50) || '.example.com',
                case when n % 2 = 0 then 'Reader ' || n else '' end,
                :status, :now, 'DIRECT', '', 'DIRECT', '', :now, :now
            from generate_series(1, :count) n\
            """)
                .param("workspace", workspace.id().value())
                .param("name", name)
                .param("status", status)
                .param("count", count)
                .param("now", now())
                .update();
    }

    /** One to everybody that is to leave at once. */
    public UUID started(TestWorkspace workspace) {
        var id = UUID.randomUUID();
        jdbc.sql("""
            insert into broadcasts (id, workspace_id, subject, preheader, content, state, created_at, changed_at,
                started_at, laid_out, addressed)
            select :id, :workspace, 'News', '', '{}', 'SENDING', :now, :now, :now, :laid_out::jsonb,
                (select count(*) from contacts where workspace_id = :workspace and status = 'SUBSCRIBED')\
            """)
                .param("id", id)
                .param("workspace", workspace.id().value())
                .param("now", now())
                .param("laid_out", LAID_OUT)
                .update();
        jdbc.sql("""
            insert into mail_links (id, workspace_id, broadcast_id, number, code, url)
            values (uuidv7(), :workspace, :id, 0, substr(md5(random()::text), 1, 10), 'https://example.com/book')\
            """).param("id", id).param("workspace", workspace.id().value()).update();
        return id;
    }

    /** A message of a broadcast that the mail server accepted a moment ago. */
    public UUID sent(TestWorkspace workspace, ContactId contact) {
        var broadcast = started(workspace);
        var message = Ids.next();
        jdbc.sql("""
            with ended as (
                update broadcasts set state = 'SENT', ended_at = :now where id = :broadcast and workspace_id = :workspace
            )
            insert into broadcast_messages (id, workspace_id, broadcast_id, batch_id, contact_id, state, at)
            values (:message, :workspace, :broadcast, uuidv7(), :contact, 'SENT', :now)\
            """)
                .param("workspace", workspace.id().value())
                .param("broadcast", broadcast)
                .param("message", message)
                .param("contact", contact.value())
                .param("now", now())
                .update();
        return message;
    }

    /** A message that left a moment ago, which its batch alone says. */
    public UUID leaving(TestWorkspace workspace, ContactId contact) {
        var message = sent(workspace, contact);
        jdbc.sql("""
            with left_ones as (
                update broadcast_messages set state = 'QUEUED' where id = :message and workspace_id = :workspace
                returning batch_id, broadcast_id, workspace_id
            )
            insert into broadcast_batches (id, workspace_id, broadcast_id, leased_until, reached)
            select batch_id, workspace_id, broadcast_id, now(), :message from left_ones\
            """)
                .param("message", message)
                .param("workspace", workspace.id().value())
                .update();
        return message;
    }

    private static final String LAID_OUT = """
        {"subject": "News\\ue000first_name\\ue002 for \\ue002\\ue002\\ue001",
         "html": "<p>Dear \\ue000first_name\\ue002\\ue002\\ue002reader\\ue001,</p>\\n<p>Größe &amp; <a href=\\"\\ue000link:0\\ue001\\">book</a></p>\\n<p><a href=\\"\\ue000unsubscribe\\ue001\\">Leave</a></p>\\ue000pixel\\ue002<img src=\\"\\ue002\\" alt=\\"\\">\\ue002\\ue001",
         "text": "Dear \\ue000first_name\\ue002\\ue002\\ue002reader\\ue001,\\n\\n.a line that begins with a dot\\nGröße: \\ue000link:0\\ue001\\n\\nLeave: \\ue000unsubscribe\\ue001\\n",
         "links": ["https://example.com/book"]}\
        """;

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
