package app.backmatter.audience.domain;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactTokens;
import app.backmatter.audience.Recipient;
import app.backmatter.audience.segment.Filters;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Finds who may be mailed, many at a time. */
@Component
public class Mailable {
    private static final String MAY_BE_MAILED =
            "from contacts c where c.workspace_id = :workspace and c.status = 'SUBSCRIBED' and c.suppressed is null";

    private static final String READ = "select c.id, c.email, c.first_name, c.mail_key ";
    private static final String THESE = " and c.id = any(:contacts)";

    private final JdbcClient jdbc;
    private final Filters filters;

    Mailable(JdbcClient jdbc, Filters filters) {
        this.jdbc = jdbc;
        this.filters = filters;
    }

    public long count(Addressed addressed) {
        var filter = filters.of(addressed);
        return filter.on(scoped("select count(*) " + MAY_BE_MAILED + " and " + filter.sql()))
                .query(Long.class)
                .single();
    }

    public List<Recipient> next(Addressed addressed, @Nullable ContactId after, int limit) {
        var filter = filters.of(addressed);
        var sql = READ + MAY_BE_MAILED + " and " + filter.sql() + (after == null ? "" : " and c.id > :after")
                + " order by c.id limit :limit";
        return filter.on(scoped(sql))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(Mailable::recipient)
                .list();
    }

    public List<Recipient> of(Collection<ContactId> contacts) {
        return scoped(READ + MAY_BE_MAILED + THESE)
                .param("contacts", ids(contacts))
                .query(Mailable::recipient)
                .list();
    }

    /** How many live by which clock. */
    public Map<ZoneId, Long> zones(Addressed addressed, ZoneId otherwise) {
        var filter = filters.of(addressed);
        var zones = new HashMap<ZoneId, Long>();
        filter.on(scoped("select c.time_zone, c.country, count(*) as readers " + MAY_BE_MAILED + " and " + filter.sql()
                        + " group by c.time_zone, c.country"))
                .query(row -> {
                    zones.merge(zone(row, otherwise), row.getLong("readers"), Long::sum);
                });
        return zones;
    }

    /** By which clock each of the contacts lives. */
    public Map<ContactId, ZoneId> zones(Collection<ContactId> contacts, ZoneId otherwise) {
        var zones = HashMap.<ContactId, ZoneId>newHashMap(contacts.size());
        scoped("select c.id, c.time_zone, c.country from contacts c where c.workspace_id = :workspace" + THESE)
                .param("contacts", ids(contacts))
                .query(row -> {
                    zones.put(new ContactId(row.getObject("id", UUID.class)), zone(row, otherwise));
                });
        return zones;
    }

    private static ZoneId zone(ResultSet row, ZoneId otherwise) throws SQLException {
        return CountryZones.of(row.getString("time_zone"), row.getString("country"))
                .orElse(otherwise);
    }

    private static SqlArrayValue ids(Collection<ContactId> contacts) {
        return new SqlArrayValue("uuid", contacts.stream().map(ContactId::value).toArray());
    }

    private static Recipient recipient(ResultSet row, int n) throws SQLException {
        var contact = new ContactId(row.getObject("id", UUID.class));
        return new Recipient(
                contact,
                new EmailAddress(row.getString("email")),
                row.getString("first_name"),
                ContactTokens.encode(contact, row.getObject("mail_key", UUID.class)));
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
