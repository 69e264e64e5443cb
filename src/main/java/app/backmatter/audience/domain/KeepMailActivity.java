package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.MailActivity.Seen;
import app.backmatter.audience.MailDeed;
import app.backmatter.database.WorkspaceScope;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps when contacts last were mailed, opened and clicked. */
@Component
public class KeepMailActivity {
    private final JdbcClient jdbc;

    KeepMailActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void keep(MailDeed deed, Collection<Seen> seen) {
        if (seen.isEmpty()) {
            return;
        }
        var latest = new TreeMap<UUID, Instant>();
        seen.forEach(each ->
                latest.merge(each.contact().value(), each.at(), (one, other) -> one.isAfter(other) ? one : other));
        jdbc.sql("""
            with seen as (
                select c.id, c.workspace_id, told.at
                from unnest(:contacts, :ats) as told (id, at)
                join contacts c on c.id = told.id and c.workspace_id = :workspace
                order by c.id for no key update of c)
            update contacts c set %1$s = seen.at from seen
            where c.id = seen.id and c.workspace_id = seen.workspace_id and (c.%1$s >= seen.at) is not true\
            """.formatted(column(deed)))
                .param("contacts", new SqlArrayValue("uuid", latest.keySet().toArray()))
                .param("ats", new SqlArrayValue("timestamptz", strings(latest)))
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    public void hold(Collection<ContactId> contacts) {
        jdbc.sql("""
            select id from contacts where id = any(:contacts) and workspace_id = :workspace
            order by id for no key update\
            """)
                .param(
                        "contacts",
                        new SqlArrayValue(
                                "uuid", contacts.stream().map(ContactId::value).toArray()))
                .param("workspace", WorkspaceScope.current().value())
                .query(row -> {});
    }

    private static Object[] strings(Map<UUID, Instant> times) {
        return times.values().stream().map(Instant::toString).toArray();
    }

    private static String column(MailDeed deed) {
        return switch (deed) {
            case MAILED -> "mailed_at";
            case OPENED -> "opened_at";
            case CLICKED -> "clicked_at";
        };
    }
}
