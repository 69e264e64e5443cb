package app.backmatter.mail.tracking;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps by which broadcast's mail a reader of the workspace in scope left the list. */
@Component
public class KeepLeavings {
    private final JdbcClient jdbc;

    KeepLeavings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it may be the code of a mail. */
    public static boolean isCode(String text) {
        return MessageCode.read(text).isPresent();
    }

    /** @param code of the mail, as its links carry it; what is none of the reader's own is passed over */
    public void keep(ContactId contact, String code, Instant at) {
        MessageCode.read(code)
                .ifPresent(message -> jdbc.sql("""
                    insert into broadcast_leavings (message_id, workspace_id, broadcast_id, at)
                    select id, workspace_id, broadcast_id, :at from broadcast_messages
                    where id = :message and workspace_id = :workspace and contact_id = :contact
                    on conflict do nothing\
                    """)
                        .param("at", Timestamp.from(at))
                        .param("message", message)
                        .param("workspace", WorkspaceScope.current().value())
                        .param("contact", contact.value())
                        .update());
    }
}
