package app.backmatter.mail.bounce;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactLines;
import app.backmatter.database.WorkspaceScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was reported of a contact's mails. What a mail server said at once stands with the mail itself. */
@Component
class ContactReports implements ContactLines {
    private final JdbcClient jdbc;

    ContactReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> instead() {
        return Set.of();
    }

    @Override
    public List<Line> of(ContactId contact) {
        return jdbc.sql("""
            select kind, words, message_id, broadcast_id, at from mail_reports
            where contact_id = :contact and workspace_id = :workspace order by at desc limit 100\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var words = row.getString("words");
        return new Line(
                Theme.MAILS,
                "mail-report-" + row.getString("kind"),
                words,
                words.isEmpty()
                        ? ""
                        : path(row.getObject("broadcast_id", UUID.class), row.getObject("message_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static String path(@Nullable UUID broadcast, @Nullable UUID message) {
        if (broadcast != null) {
            return "/mail/broadcasts/" + broadcast;
        }
        return message == null ? "" : "/mail/" + message;
    }
}
