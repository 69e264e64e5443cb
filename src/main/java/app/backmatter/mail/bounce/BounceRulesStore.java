package app.backmatter.mail.bounce;

import app.backmatter.database.WorkspaceScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The rules of the workspace in scope. */
@Service
public class BounceRulesStore {
    private final JdbcClient jdbc;

    BounceRulesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public BounceRules get() {
        return scoped("select soft_bounces, soft_days from bounce_rules where workspace_id = :workspace")
                .query((row, _) -> new BounceRules(row.getInt("soft_bounces"), row.getInt("soft_days")))
                .optional()
                .orElse(BounceRules.USUAL);
    }

    public void set(BounceRules rules) {
        scoped("""
            insert into bounce_rules (workspace_id, soft_bounces, soft_days) values (:workspace, :bounces, :days)
            on conflict (workspace_id) do update set soft_bounces = excluded.soft_bounces, soft_days = excluded.soft_days\
            """)
                .param("bounces", rules.softBounces())
                .param("days", rules.softDays())
                .update();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
