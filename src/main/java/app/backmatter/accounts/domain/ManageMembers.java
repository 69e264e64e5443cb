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

    /** @throws LastOwner when nobody else is an owner */
    @Transactional
    public void changeRole(WorkspaceId workspace, UUID id, Role role) {
        if (role != Role.OWNER) {
            keepAnotherOwner(workspace, id);
        }
        jdbc.sql("update memberships set role = ? where id = ? and workspace_id = ?")
                .params(role.name(), id, workspace.value())
                .update();
    }

    /** @throws LastOwner when nobody else is an owner */
    @Transactional
    public void remove(WorkspaceId workspace, UUID id) {
        keepAnotherOwner(workspace, id);
        jdbc.sql("delete from memberships where id = ? and workspace_id = ?")
                .params(id, workspace.value())
                .update();
    }

    private void keepAnotherOwner(WorkspaceId workspace, UUID leaving) {
        // two owners who remove each other at once take turns here
        jdbc.sql("select id from workspaces where id = ? for update")
                .param(workspace.value())
                .query(UUID.class)
                .single();
        var others = jdbc.sql("select count(*) from memberships where workspace_id = ? and role = 'OWNER' and id <> ?")
                .params(workspace.value(), leaving)
                .query(Long.class)
                .single();
        if (others == 0) {
            throw new LastOwner();
        }
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
