package app.backmatter.mail.sequence;

import app.backmatter.audience.TagUse;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Use;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tags that rules and conditions of sequences name. */
@Component
class TagsInSequences implements TagUse {
    private static final String NAMES =
            "kind = 'CONDITION' and step ->> 'asked' = 'TAGGED' and step ->> 'subject' = :tag";

    private final JdbcClient jdbc;
    private final SequenceRules rules;

    TagsInSequences(JdbcClient jdbc, SequenceRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    @Override
    public void renamed(String tag, String other) {
        rules.renameTag(tag, other);
        scoped("""
            update sequence_steps set step = jsonb_set(step, '{subject}', to_jsonb(:other::text)), version = version + 1
            where workspace_id = :workspace and %s\
            """.formatted(NAMES), tag).param("other", other).update();
    }

    @Override
    public List<Use> of(String tag) {
        return scoped("""
            select id, name from sequences s
            where workspace_id = :workspace
                and (exists (select from sequence_rules r where r.sequence_id = s.id and r.workspace_id = s.workspace_id
                        and r.event = 'TAGGED' and r.subject = :tag)
                    or exists (select from sequence_steps p where p.sequence_id = s.id and p.workspace_id = s.workspace_id
                        and %s))
            order by name, id\
            """.formatted(NAMES), tag)
                .query((row, _) -> new Use(
                        "mail.sequences.use",
                        row.getString("name"),
                        "/mail/sequences/" + row.getObject("id", UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec scoped(String sql, String tag) {
        return jdbc.sql(sql)
                .param("workspace", WorkspaceScope.current().value())
                .param("tag", tag);
    }
}
