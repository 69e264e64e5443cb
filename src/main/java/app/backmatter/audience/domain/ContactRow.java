package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactView;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How a contact is read, with its tags. */
final class ContactRow {
    static final String SELECT = "select c.* from contacts c";

    private ContactRow() {}

    static ContactView view(ResultSet row, int n) throws SQLException {
        return new ContactView(
                new ContactId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("first_name"),
                ContactStatus.valueOf(row.getString("status")),
                row.getString("suppressed") == null ? null : SuppressionReason.valueOf(row.getString("suppressed")),
                tags(row),
                source(row, "first_source"),
                source(row, "last_source"),
                row.getObject("last_source_at", OffsetDateTime.class).toInstant(),
                row.getObject("joined_at", OffsetDateTime.class).toInstant());
    }

    private static Set<String> tags(ResultSet row) throws SQLException {
        var tags = row.getArray("tags");
        return tags == null ? Set.of() : new LinkedHashSet<>(List.of((String[]) tags.getArray()));
    }

    private static Source source(ResultSet row, String column) throws SQLException {
        return new Source(
                SourceKind.valueOf(row.getString(column + "_kind")),
                row.getObject(column + "_id", UUID.class),
                row.getString(column + "_label"));
    }
}
