package app.backmatter.audience;

import app.backmatter.database.WorkspaceScope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;

/** What is known of some contacts of the workspace in scope, as it stands at this moment. */
@Service
public class ContactFacts {
    private final JdbcClient jdbc;

    ContactFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All tags that some contact has, by name. */
    public List<String> tags() {
        return jdbc.sql("select distinct tag from contact_tags where workspace_id = :workspace order by tag")
                .param("workspace", WorkspaceScope.current().value())
                .query((row, n) -> row.getString("tag"))
                .list();
    }

    /** Those of them who have the tag. */
    public Set<ContactId> tagged(Collection<ContactId> contacts, String tag) {
        return of(contacts, "cast(:asked as text) = any(tags)", tag);
    }

    /** Those of them who bought the product and did not give it back; any product when none is named. */
    public Set<ContactId> bought(Collection<ContactId> contacts, @Nullable UUID product) {
        return product == null
                ? of(contacts, "orders > 0", null)
                : of(contacts, "cast(:asked as uuid) = any(bought)", product);
    }

    private Set<ContactId> of(Collection<ContactId> contacts, String condition, @Nullable Object asked) {
        return new HashSet<>(jdbc.sql(
                        "select id from contacts where id = any(:contacts) and workspace_id = :workspace and "
                                + condition)
                .param(
                        "contacts",
                        new SqlArrayValue(
                                "uuid", contacts.stream().map(ContactId::value).toArray()))
                .param("workspace", WorkspaceScope.current().value())
                .param("asked", asked)
                .query((row, n) -> new ContactId(row.getObject(1, UUID.class)))
                .list());
    }
}
