package app.backmatter.audience;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What contacts do that somebody waits for: it is kept, in the transaction in which it happens and however many do it at
 * once, until it is taken. Who has not confirmed is told of with the confirmation. Nothing is kept that nobody waits for.
 */
@Service
public class Occasions {
    private final JdbcClient jdbc;

    Occasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param event SIGNED_UP, BOUGHT or TAGGED
     * @param subject of a sign-up the page, from the first slash, or the id of the place that led there; a product's id; a
     *     tag. Empty for any
     */
    public record Awaited(String event, String subject) {}

    /** @param subject as it was awaited */
    public record Happened(WorkspaceId workspace, ContactId contact, String event, String subject) {}

    /** From now on these, in the workspace in scope, and no others. */
    @Transactional
    public void await(Set<Awaited> awaited) {
        jdbc.sql("delete from awaited_occasions where workspace_id = :workspace")
                .param("workspace", WorkspaceScope.current().value())
                .update();
        jdbc.sql("""
            insert into awaited_occasions (workspace_id, event, subject)
            select :workspace, event, subject from unnest(:events, :subjects) a(event, subject) on conflict do nothing\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("events", array(awaited, Awaited::event))
                .param("subjects", array(awaited, Awaited::subject))
                .update();
    }

    /** Of any workspace, once each: they are gone with the caller's transaction, and there again if that fails. */
    @Transactional
    public List<Happened> take(int limit) {
        return jdbc.sql("""
            delete from occasions o
            using (select id, workspace_id from occasions order by id limit :limit for update skip locked) taken
            where o.id = taken.id and o.workspace_id = taken.workspace_id
            returning o.workspace_id, o.contact_id, o.event, o.subject\
            """)
                .param("limit", limit)
                .query((row, n) -> new Happened(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        row.getString("event"),
                        row.getString("subject")))
                .list();
    }

    private static SqlArrayValue array(Collection<Awaited> awaited, Function<Awaited, String> column) {
        return new SqlArrayValue("text", awaited.stream().map(column).toArray());
    }
}
