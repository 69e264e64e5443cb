package app.backmatter.audience.domain;

import app.backmatter.audience.ContactView;
import app.backmatter.audience.segment.Filter;
import app.backmatter.audience.segment.Filters;
import app.backmatter.database.WorkspaceScope;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The contacts of the workspace in scope, for its author. Ids are ordered by time, so pages go by the last id. */
@Service
public class ContactList {
    private static final String CONDITION = """
        where c.workspace_id = :workspace
           and (:status::text is null or c.status = :status)
           and (:words = '' or strpos(c.email, :words) > 0 or strpos(lower(c.first_name), :words) > 0)
           and (:tag = '' or :tag = any(c.tags))
           and \
        """;

    private final JdbcClient jdbc;
    private final Filters filters;

    ContactList(JdbcClient jdbc, Filters filters) {
        this.jdbc = jdbc;
        this.filters = filters;
    }

    /**
     * Newest first.
     *
     * @param before the last contact of the page before; absent for the first page
     */
    public List<ContactView> search(ContactFilter filter, @Nullable UUID before, int limit) {
        return filtered(ContactRow.SELECT + " ", filter, """
             and (:before::uuid is null or c.id < :before) order by c.id desc limit :limit\
            """)
                .param("before", before)
                .param("limit", limit)
                .query(ContactRow::view)
                .list();
    }

    /** Those who fit and came last. */
    public List<ContactView> newest(Filter filter, int most) {
        var sql = ContactRow.SELECT + " where c.workspace_id = :workspace and " + filter.sql()
                + " order by c.id desc limit :most";
        return filter.on(jdbc.sql(sql))
                .param("workspace", WorkspaceScope.current().value())
                .param("most", most)
                .query(ContactRow::view)
                .list();
    }

    public long count(ContactFilter filter) {
        return filtered("select count(*) from contacts c ", filter, "")
                .query(Long.class)
                .single();
    }

    /** Every tag in use, by name: found in as many steps through the index as there are tags. */
    public List<String> tags() {
        return jdbc.sql("""
            with recursive steps (tag) as (
                select min(tag) from contact_tags where workspace_id = :workspace
                union all
                select (select min(tag) from contact_tags where workspace_id = :workspace and tag > steps.tag)
                from steps where steps.tag is not null)
            select tag from steps where tag is not null\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, n) -> row.getString("tag"))
                .list();
    }

    /** Where the contacts that fit are {@code c}. */
    JdbcClient.StatementSpec filtered(String select, ContactFilter filter, String end) {
        var segment = filters.of(filter.segment());
        return segment.on(jdbc.sql(select + CONDITION + segment.sql() + end))
                .param("workspace", WorkspaceScope.current().value())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("words", filter.words().toLowerCase(Locale.ROOT))
                .param("tag", filter.tag());
    }
}
