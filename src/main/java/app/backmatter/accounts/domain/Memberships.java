package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.Role;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who may do what where. Always asked of the database, never remembered: a removed member is out at once. */
@Service
public class Memberships {
    private final JdbcClient jdbc;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Role> roleOf(AccountId account, WorkspaceId workspace) {
        return jdbc.sql("select role from memberships where account_id = ? and workspace_id = ?")
                .params(account.value(), workspace.value())
                .query(Role.class)
                .optional();
    }

    /** The workspaces of an account by name. */
    public List<WorkspaceMembership> of(AccountId account) {
        return jdbc.sql("""
            select w.slug, w.name, m.role
            from memberships m join workspaces w on w.id = m.workspace_id
            where m.account_id = ?
            order by lower(w.name), w.slug
            """)
                .param(account.value())
                .query((row, number) -> new WorkspaceMembership(
                        row.getString("slug"), row.getString("name"), Role.valueOf(row.getString("role"))))
                .list();
    }

    /** Adds a member; who already is one keeps the role that they have. */
    void add(WorkspaceId workspace, AccountId account, Role role) {
        jdbc.sql("""
            insert into memberships (id, workspace_id, account_id, role, joined_at)
            values (?, ?, ?, ?, ?)
            on conflict (account_id, workspace_id) do nothing
            """)
                .params(Ids.next(), workspace.value(), account.value(), role.name(), Timestamp.from(clock.instant()))
                .update();
    }
}
