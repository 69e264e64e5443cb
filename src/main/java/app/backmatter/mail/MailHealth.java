package app.backmatter.mail;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.health.SendingStops;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How many mails the mail server refused for good, or nobody could write, and whether sending is stopped. */
@Service
public class MailHealth {
    private final JdbcClient jdbc;
    private final SendingStops stops;

    MailHealth(JdbcClient jdbc, SendingStops stops) {
        this.jdbc = jdbc;
        this.stops = stops;
    }

    /** Whether broadcasts of the workspace in scope wait for their author to read why they are stopped. */
    public boolean isStopped() {
        return stops.open().isPresent();
    }

    /** How many workspaces wait so. */
    public long stoppedWorkspaces() {
        return jdbc.sql("select count(*) from sending_stops where seen_at is null")
                .query(Long.class)
                .single();
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
