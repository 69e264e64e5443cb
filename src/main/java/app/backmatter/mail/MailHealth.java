package app.backmatter.mail;

import app.backmatter.database.WorkspaceScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How many mails the mail server refused for good, or nobody could write. */
@Service
public class MailHealth {
    private final JdbcClient jdbc;

    MailHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the workspace in scope. */
    public long failedInWorkspace() {
        return jdbc.sql("select count(*) from messages where workspace_id = :workspace and state = 'FAILED'")
                .param("workspace", WorkspaceScope.current().value())
                .query(Long.class)
                .single();
    }

    /** Of all workspaces and of the installation itself. */
    public long failedAnywhere() {
        return jdbc.sql("""
            select (select count(*) from messages where state = 'FAILED')
                 + (select count(*) from account_messages where state = 'FAILED')\
            """).query(Long.class).single();
    }
}
