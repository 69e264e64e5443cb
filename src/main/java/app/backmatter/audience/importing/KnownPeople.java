package app.backmatter.audience.importing;

import app.backmatter.audience.ContactStatus;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who of a chunk is on the list already. */
@Component
class KnownPeople {
    /**
     * Ten thousand look-ups by the index, planned anew each time: a plan that was made while the list was short would
     * read all of it for each of them.
     */
    private static final String BY_INDEX = """
        select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
            set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
            set_config('plan_cache_mode', 'force_custom_plan', true)
        """;

    /** Locked in the order in which sign-ups lock, so that neither waits for the other. */
    private static final String LOCKED = """
        select c.id, c.email, c.status, c.first_name, coalesce(c.country, '') as country,
            c.status = 'PENDING' and c.imported_as = 'HELD' and c.consent_mark is null as waits,
            coalesce(c.tags, '{}') as tags
        from unnest(:emails) with ordinality as given (email, place)
            join contacts c on c.workspace_id = :workspace and c.email = given.email
        order by given.place
        for no key update of c
        """;

    private final JdbcClient jdbc;

    KnownPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With room for those who are not. */
    Map<EmailAddress, Person> among(List<Row.Entry> rows) {
        var emails = rows.stream()
                .map(row -> row.email().value())
                .distinct()
                .sorted()
                .toArray();
        Map<EmailAddress, Person> people = HashMap.newHashMap(emails.length);
        jdbc.sql(BY_INDEX).query().singleRow();
        jdbc.sql(LOCKED)
                .param("emails", new SqlArrayValue("text", emails))
                .param("workspace", WorkspaceScope.current().value())
                .query(row -> {
                    var person = read(row);
                    people.put(person.email, person);
                });
        return people;
    }

    private static Person read(ResultSet row) throws SQLException {
        return Person.known(
                row.getObject("id", UUID.class),
                new EmailAddress(row.getString("email")),
                ContactStatus.valueOf(row.getString("status")),
                row.getString("first_name"),
                row.getString("country"),
                row.getBoolean("waits"),
                Set.of((String[]) row.getArray("tags").getArray()));
    }
}
