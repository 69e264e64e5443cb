package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.Role;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists a workspace's members, changes their roles and removes them; one owner always stays. */
@Service
public class ManageMembers {
    private static final String SELECT = """
        select m.id, m.account_id, a.name, a.email, m.role, m.joined_at
        from memberships m join accounts a on a.id = m.account_id
        where m.workspace_id = :workspace
        """;

    private final JdbcClient jdbc;

    ManageMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Owners first, then by name. */
    public List<Member> of(WorkspaceId workspace) {
        return jdbc.sql(SELECT + "order by m.role = 'OWNER' desc, lower(a.name), m.id")
                .param("workspace", workspace.value())
                .query(ManageMembers::map)
                .list();
    }

    public Optional<Member> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql(SELECT + "and m.id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(ManageMembers::map)
                .optional();
    }

    /** @return false when nobody else is an owner; then nothing changed */
    @Transactional
    public boolean changeRole(WorkspaceId workspace, UUID id, Role role) {
        if (role != Role.OWNER && !hasAnotherOwner(workspace, id)) {
            return false;
        }
        jdbc.sql("update memberships set role = ? where id = ? and workspace_id = ?")
                .params(role.name(), id, workspace.value())
                .update();
        return true;
    }

    /** @return false when nobody else is an owner; then nothing changed */
    @Transactional
    public boolean remove(WorkspaceId workspace, UUID id) {
        if (!hasAnotherOwner(workspace, id)) {
            return false;
        }
        jdbc.sql("delete from memberships where id = ? and workspace_id = ?")
                .params(id, workspace.value())
                .update();
        return true;
    }

    private boolean hasAnotherOwner(WorkspaceId workspace, UUID leaving) {
        // two owners who remove each other at once take turns here
        jdbc.sql("select id from workspaces where id = ? for update")
                .param(workspace.value())
                .query(UUID.class)
                .single();
        return jdbc.sql("""
            select exists (select from memberships
                           where workspace_id = ? and role = 'OWNER' and id <> ?)
            """)
                .params(workspace.value(), leaving)
                .query(Boolean.class)
                .single();
    }

    private static Member map(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("joined_at").toInstant());
    }
}
