package app.backmatter.mail.bounce.mailbox;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.transport.Trouble;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The bounce mailbox of the workspace in scope, and how far it is read. */
@Service
public class BounceMailboxes {
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    BounceMailboxes(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param lastUid mails up to this one were looked at, while the server's validity is this */
    record Place(long validity, long lastUid) {}

    /**
     * A mailbox as it stands.
     *
     * @param checkedAt when it was last looked into; absent before the first time
     * @param problem a trouble's text, why that failed; empty when it did not
     * @param kept how many reports came from it
     */
    public record Mailbox(MailboxAccess access, @Nullable Instant checkedAt, String problem, long kept) {
        public Trouble trouble() {
            return Trouble.parse(problem);
        }
    }

    public Optional<Mailbox> get() {
        return scoped("select * from bounce_mailboxes where workspace_id = :workspace")
                .query((row, _) -> mailbox(row))
                .optional();
    }

    private Mailbox mailbox(ResultSet row) throws SQLException {
        var checked = row.getObject("checked_at", OffsetDateTime.class);
        var access = new MailboxAccess(
                row.getString("host"),
                row.getInt("port"),
                MailboxSecurity.valueOf(row.getString("security")),
                row.getString("username"),
                secrets.open(purpose(), row.getString("password")).orElse(""),
                row.getString("folder"),
                row.getString("return_address"));
        return new Mailbox(
                access, checked == null ? null : checked.toInstant(), row.getString("problem"), row.getLong("kept"));
    }

    /** Another mailbox is read from its beginning. */
    public void set(MailboxAccess access) {
        scoped("""
            insert into bounce_mailboxes as b (workspace_id, host, port, security, username, password, folder,
                return_address)
            values (:workspace, :host, :port, :security, :username, :password, :folder, :return)
            on conflict (workspace_id) do update set host = excluded.host, port = excluded.port,
                security = excluded.security, username = excluded.username, password = excluded.password,
                folder = excluded.folder, return_address = excluded.return_address, problem = '',
                uid_validity = case when (b.host, b.username, b.folder) = (excluded.host, excluded.username, excluded.folder)
                    then b.uid_validity else 0 end\
            """)
                .param("host", access.host())
                .param("port", access.port())
                .param("security", access.security().name())
                .param("username", access.username())
                .param("password", secrets.seal(purpose(), access.password()))
                .param("folder", access.folder())
                .param("return", access.returnAddress())
                .update();
    }

    public void delete() {
        scoped("delete from bounce_mailboxes where workspace_id = :workspace").update();
    }

    /** Whose mailboxes are to be read. */
    List<WorkspaceId> workspaces() {
        return jdbc.sql("select workspace_id from bounce_mailboxes order by checked_at nulls first")
                .query((row, _) -> new WorkspaceId(row.getObject("workspace_id", UUID.class)))
                .list();
    }

    Place place() {
        return scoped("select uid_validity, last_uid from bounce_mailboxes where workspace_id = :workspace")
                .query((row, _) -> new Place(row.getLong("uid_validity"), row.getLong("last_uid")))
                .optional()
                .orElse(new Place(0, 0));
    }

    void reached(Place place, int kept) {
        scoped("""
            update bounce_mailboxes set uid_validity = :validity, last_uid = :last, kept = kept + :kept
            where workspace_id = :workspace\
            """)
                .param("validity", place.validity())
                .param("last", place.lastUid())
                .param("kept", kept)
                .update();
    }

    /** @param problem empty when all went well */
    void checked(String problem) {
        scoped("""
            update bounce_mailboxes set checked_at = :now, problem = left(:problem, 300) where workspace_id = :workspace\
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("problem", problem)
                .update();
    }

    private static String purpose() {
        return "bounce_mailboxes.password:" + WorkspaceScope.current();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
