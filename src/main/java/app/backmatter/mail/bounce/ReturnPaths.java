package app.backmatter.mail.bounce;

import app.backmatter.shared.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where mails of workspaces are returned to. */
@Service
public class ReturnPaths {
    private final JdbcClient jdbc;

    ReturnPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param from whom they come from */
    public ReturnPath of(WorkspaceId workspace, String from) {
        return jdbc.sql("select return_address from bounce_mailboxes where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query((row, _) -> new ReturnPath(from, row.getString("return_address")))
                .optional()
                .orElse(new ReturnPath(from, ""));
    }
}
