package app.backmatter.accounts.domain;

import app.backmatter.accounts.Role;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open invitations. An expired one is as good as none. */
@Repository
class Invitations {
    private static final String COLUMNS = "id, workspace_id, email, role, expires_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Invitation> of(WorkspaceId workspace) {
        return jdbc.sql("select " + COLUMNS
                        + " from invitations where workspace_id = ? and expires_at > ? order by email")
                .params(workspace.value(), now())
                .query(Invitations::map)
                .list();
    }

    Optional<Invitation> find(String token) {
        return find(token, "");
    }

    /** Until the transaction ends nobody else accepts, replaces or withdraws it. */
    Optional<Invitation> hold(String token) {
        return find(token, " for update");
    }

    private Optional<Invitation> find(String token, String lock) {
        return jdbc.sql("select " + COLUMNS + " from invitations where token_hash = ? and expires_at > ?" + lock)
                .params(SecretHash.of(token), now())
                .query(Invitations::map)
                .optional();
    }

    /** Replaces an older invitation of the same address. */
    void put(Invitation invitation, String token) {
        jdbc.sql("""
            insert into invitations (id, workspace_id, email, role, token_hash, expires_at)
            values (:id, :workspace, :email, :role, :hash, :expires)
            on conflict (workspace_id, email)
            do update set id = :id, role = :role, token_hash = :hash, expires_at = :expires
            """)
                .param("id", invitation.id())
                .param("workspace", invitation.workspace().value())
                .param("email", invitation.email().value())
                .param("role", invitation.role().name())
                .param("hash", SecretHash.of(token))
                .param("expires", Timestamp.from(invitation.expiresAt()))
                .update();
    }

    boolean remove(WorkspaceId workspace, UUID id) {
        return jdbc.sql("delete from invitations where id = ? and workspace_id = ?")
                        .params(id, workspace.value())
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Invitation map(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new EmailAddress(row.getString("email")),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("expires_at").toInstant());
    }
}
