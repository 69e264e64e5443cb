package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;

/** Looks contacts up in the workspace in scope. */
@Service
public class ContactReader {
    private final JdbcClient jdbc;

    ContactReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ContactView> find(ContactId contact) {
        return jdbc.sql(ContactRow.SELECT + " where c.workspace_id = :workspace and c.id = :contact")
                .param("workspace", WorkspaceScope.current().value())
                .param("contact", contact.value())
                .query(ContactRow::view)
                .optional();
    }

    public Optional<ContactView> find(EmailAddress email) {
        return jdbc.sql(ContactRow.SELECT + " where c.workspace_id = :workspace and c.email = :email")
                .param("workspace", WorkspaceScope.current().value())
                .param("email", email.value())
                .query(ContactRow::view)
                .optional();
    }

    public Map<ContactId, EmailAddress> addresses(Collection<ContactId> contacts) {
        var addresses = HashMap.<ContactId, EmailAddress>newHashMap(contacts.size());
        jdbc.sql("select id, email from contacts where workspace_id = :workspace and id = any(:contacts)")
                .param("workspace", WorkspaceScope.current().value())
                .param(
                        "contacts",
                        new SqlArrayValue(
                                "uuid", contacts.stream().map(ContactId::value).toArray()))
                .query(row -> {
                    addresses.put(
                            new ContactId(row.getObject("id", UUID.class)), new EmailAddress(row.getString("email")));
                });
        return addresses;
    }
}
