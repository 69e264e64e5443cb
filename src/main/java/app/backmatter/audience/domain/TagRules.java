package app.backmatter.audience.domain;

import app.backmatter.audience.TagEvent;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tags contacts of the workspace in scope get by what they do. Sign-ups are tagged by their own statement. */
@Service
@Transactional
public class TagRules {
    private final JdbcClient jdbc;

    TagRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param subject the product, the page or the address that it is about */
    public record TagRule(UUID id, TagEvent event, String subject, String tag) {}

    public List<TagRule> all() {
        return scoped("select * from tag_rules where workspace_id = :workspace order by tag, event, subject, id")
                .query((row, n) -> new TagRule(
                        row.getObject("id", UUID.class),
                        TagEvent.valueOf(row.getString("event")),
                        row.getString("subject"),
                        row.getString("tag")))
                .list();
    }

    /** For what happens from now on; a second time changes nothing. */
    public void add(TagEvent event, String subject, String tag) {
        scoped("""
            insert into tag_rules (id, workspace_id, event, subject, tag)
            values (:id, :workspace, :event, :subject, :tag) on conflict do nothing\
            """)
                .param("id", Ids.next())
                .param("event", event.name())
                .param("subject", subject)
                .param("tag", tag)
                .update();
    }

    public void delete(UUID rule) {
        scoped("delete from tag_rules where id = :rule and workspace_id = :workspace")
                .param("rule", rule)
                .update();
    }

    void rename(String tag, String other) {
        scoped("""
            insert into tag_rules (id, workspace_id, event, subject, tag)
            select gen_random_uuid(), workspace_id, event, subject, :other from tag_rules
            where workspace_id = :workspace and tag = :tag on conflict do nothing\
            """).param("tag", tag).param("other", other).update();
        deleteOf(tag);
    }

    void deleteOf(String tag) {
        scoped("delete from tag_rules where workspace_id = :workspace and tag = :tag")
                .param("tag", tag)
                .update();
    }

    /** Each of the contacts did this to each of the subjects; who has the tag already is passed over. */
    public void apply(TagEvent event, Collection<UUID> contacts, Collection<String> subjects, Instant at) {
        scoped("""
            with due as (
                select distinct c.id, c.workspace_id, r.tag from tag_rules r
                join contacts c on c.workspace_id = r.workspace_id and c.id = any(:contacts)
                where r.workspace_id = :workspace and r.event = :event and r.subject = any(:subjects)),
            given as (
                insert into contact_tags (contact_id, workspace_id, tag, at)
                select id, workspace_id, tag, :at from due order by id on conflict do nothing
                returning contact_id, workspace_id, tag)
            insert into contact_events (workspace_id, contact_id, kind, detail, at)
            select workspace_id, contact_id, 'tagged', tag, :at from given\
            """)
                .param("event", event.name())
                .param("contacts", new SqlArrayValue("uuid", contacts.toArray()))
                .param("subjects", new SqlArrayValue("text", subjects.toArray()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
