package app.backmatter.mail.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that this node alone may work on until its lease ends.
 *
 * @param workspace absent for a mail of the installation
 * @param attempt counts the claims of this message
 * @param waited how many of them before this one found that its moment was yet to come
 */
record Claim(
        Pile pile,
        UUID id,
        @Nullable WorkspaceId workspace,
        @Nullable ContactId contact,
        EmailAddress to,
        String template,
        Map<String, String> fields,
        boolean marketing,
        int attempt,
        int waited) {

    static Claim of(Pile pile, ResultSet row, Fields fields) throws SQLException {
        var workspace = row.getObject("workspace_id", UUID.class);
        var contact = row.getObject("contact_id", UUID.class);
        return new Claim(
                pile,
                row.getObject("id", UUID.class),
                workspace == null ? null : new WorkspaceId(workspace),
                contact == null ? null : new ContactId(contact),
                new EmailAddress(row.getString("recipient")),
                row.getString("template"),
                fields.read(row.getString("fields")),
                row.getBoolean("marketing"),
                row.getInt("attempts"),
                row.getInt("waited"));
    }

    /** How often it was tried to be sent, this time included. */
    int tries() {
        return attempt - waited;
    }
}
