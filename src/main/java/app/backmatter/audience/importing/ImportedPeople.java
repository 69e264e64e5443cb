package app.backmatter.audience.importing;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactStatus;
import app.backmatter.database.WorkspaceScope;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds whom an import added. Ids are ordered by time, so that the index by them leads to those who came while it ran,
 * and no index of its own has to be written for every contact.
 */
@Component
public class ImportedPeople {
    /** How much the clocks of two nodes may differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    ImportedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param firstName empty when not told */
    public record Added(ContactId id, String email, String firstName, ContactStatus status) {}

    /** Newest first. */
    public List<Added> list(ListImport list, @Nullable UUID before, int limit) {
        var end = list.endedAt() == null ? Instant.MAX : list.endedAt().plus(MARGIN);
        return jdbc.sql("""
            select id, email, first_name, status from contacts
            where workspace_id = :workspace and import_id = :import and id between :from and :to
              and (:before::uuid is null or id < :before)
            order by id desc limit :limit
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("import", list.id().value())
                .param("from", first(list.begun().minus(MARGIN)))
                .param("to", end == Instant.MAX ? new UUID(-1, -1) : first(end))
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Added(
                        new ContactId(row.getObject("id", UUID.class)),
                        row.getString("email"),
                        row.getString("first_name"),
                        ContactStatus.valueOf(row.getString("status"))))
                .list();
    }

    private static UUID first(Instant at) {
        return UuidCreator.getTimeOrderedEpochMin(at);
    }
}
