package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What happened between a contact and the workspace in scope. */
@Service
public class ContactHistory {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    ContactHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param kind a message key's end */
    public record Line(String kind, String detail, Instant at) {}

    /**
     * What a person agreed to, or took back.
     *
     * @param text the sentence that stood beside the button; empty when taken back
     */
    public record Consent(boolean given, String text, String origin, Instant at) {}

    /** Latest first, at most 500. */
    public List<Line> lines(ContactId contact) {
        return of("select kind, detail, at from contact_history", contact)
                .query((row, n) -> new Line(
                        row.getString("kind"),
                        row.getString("detail"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Latest first, at most 500. */
    public List<Consent> consents(ContactId contact) {
        return of("select kind, text, origin, at from contact_consents", contact)
                .query((row, n) -> new Consent(
                        row.getString("kind").equals("GIVEN"),
                        row.getString("text"),
                        row.getString("origin"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec of(String select, ContactId contact) {
        return jdbc.sql(select
                        + " where contact_id = :contact and workspace_id = :workspace order by id desc limit :most")
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("most", MOST);
    }
}
