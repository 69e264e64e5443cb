package app.backmatter.audience.domain;

import app.backmatter.audience.TagUse;
import app.backmatter.audience.segment.SegmentTags;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Use;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags of the workspace in scope as a whole: changed for all who have them, by a few statements. */
@Service
public class TagShelf {
    private final JdbcClient jdbc;
    private final SegmentTags segmentTags;
    private final TagRules rules;
    private final ObjectProvider<TagUse> uses;

    TagShelf(JdbcClient jdbc, SegmentTags segmentTags, TagRules rules, ObjectProvider<TagUse> uses) {
        this.jdbc = jdbc;
        this.segmentTags = segmentTags;
        this.rules = rules;
        this.uses = uses;
    }

    public record Counted(String tag, long contacts) {}

    /** By name. */
    public List<Counted> all() {
        return scoped("select tag, count(*) from contact_tags where workspace_id = :workspace group by tag order by"
                        + " tag")
                .query((row, n) -> new Counted(row.getString(1), row.getLong(2)))
                .list();
    }

    public long count(String tag) {
        return scoped("select count(*) from contact_tags where workspace_id = :workspace and tag = :tag")
                .param("tag", tag)
                .query(Long.class)
                .single();
    }

    /** The contacts of one get the other instead, which may be in use already; so do segments, rules and sequences that name it. */
    @Transactional
    public void rename(String tag, String other) {
        if (tag.equals(other)) {
            return;
        }
        scoped("""
            insert into contact_tags (contact_id, workspace_id, tag, at)
            select contact_id, workspace_id, :other, at from contact_tags where workspace_id = :workspace and tag = :tag
            on conflict do nothing\
            """).param("tag", tag).param("other", other).update();
        takeFromAll(tag);
        segmentTags.rename(tag, other);
        rules.rename(tag, other);
        uses.forEach(use -> use.renamed(tag, other));
    }

    /** What asks for it besides segments, such as sequences. */
    public List<Use> uses(String tag) {
        return uses.stream().flatMap(use -> use.of(tag).stream()).toList();
    }

    /** Nobody has it afterwards, and no rule gives it. */
    @Transactional
    public void delete(String tag) {
        takeFromAll(tag);
        rules.deleteOf(tag);
    }

    private void takeFromAll(String tag) {
        scoped("delete from contact_tags where workspace_id = :workspace and tag = :tag")
                .param("tag", tag)
                .update();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
