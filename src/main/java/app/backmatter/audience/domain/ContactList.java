package app.backmatter.audience.domain;

import app.backmatter.audience.ContactView;
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
           and (:tag = '' or exists (select from contact_tags t
               where t.contact_id = c.id and t.workspace_id = c.workspace_id and t.tag = :tag))\
        """;

    private final JdbcClient jdbc;

    ContactList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param before the last contact of the page before; absent for the first page
     */
    public List<ContactView> search(ContactFilter filter, @Nullable UUID before, int limit) {
        return filtered(ContactRow.SELECT + " " + CONDITION + """

                and (:before::uuid is null or c.id < :before) order by c.id desc limit :limit\
            """, filter)
                .param("before", before)
                .param("limit", limit)
                .query(ContactRow::view)
                .list();
    }

    public long count(ContactFilter filter) {
        return filtered("select count(*) from contacts c " + CONDITION, filter)
                .query(Long.class)
                .single();
    }

    /** Every tag in use, by name. */
    public List<String> tags() {
        return jdbc.sql("select distinct tag from contact_tags where workspace_id = :workspace order by tag")
                .param("workspace", WorkspaceScope.current().value())
                .query((row, n) -> row.getString("tag"))
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, ContactFilter filter) {
        return jdbc.sql(sql)
                .param("workspace", WorkspaceScope.current().value())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("words", filter.words().toLowerCase(Locale.ROOT))
                .param("tag", filter.tag());
    }
}
