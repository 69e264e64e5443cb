package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    public Map<ContactId, ContactView> findAll(Collection<ContactId> contacts) {
        var ids = contacts.stream().map(contact -> (Object) contact.value()).toArray();
        return jdbc
                .sql(ContactRow.SELECT + " where c.workspace_id = :workspace and c.id = any(:contacts)")
                .param("workspace", WorkspaceScope.current().value())
                .param("contacts", new SqlArrayValue("uuid", ids))
                .query(ContactRow::view)
                .list()
                .stream()
                .collect(Collectors.toMap(ContactView::id, Function.identity()));
    }
}
