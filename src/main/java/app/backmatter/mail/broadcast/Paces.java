package app.backmatter.mail.broadcast;

import app.backmatter.shared.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How fast a workspace's broadcasts leave a node: as its owners chose, and never faster than the installation lets them. */
@Component
public class Paces {
    private final BroadcastSettings most;
    private final JdbcClient jdbc;

    Paces(BroadcastSettings most, JdbcClient jdbc) {
        this.most = most;
        this.jdbc = jdbc;
    }

    /** What owners chose; absent where they left it to the installation. */
    public record Choice(
            @Nullable Integer connections, @Nullable Integer perSecond) {
        public static final Choice NONE = new Choice(null, null);
    }

    /** To the mail server at once, at most. */
    public int mostConnections() {
        return most.connections();
    }

    /** Messages in a second, at most; 0 for any number. */
    public int mostPerSecond() {
        return most.perSecond();
    }

    public Choice chosen(WorkspaceId workspace) {
        return jdbc.sql("select connections, per_second from mail_paces where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query((row, n) -> new Choice(
                        row.getObject("connections", Integer.class), row.getObject("per_second", Integer.class)))
                .optional()
                .orElse(Choice.NONE);
    }

    public void choose(WorkspaceId workspace, Choice choice) {
        jdbc.sql("""
            insert into mail_paces (workspace_id, connections, per_second) values (:workspace, :connections, :perSecond)
            on conflict (workspace_id) do update
            set connections = excluded.connections, per_second = excluded.per_second\
            """)
                .param("workspace", workspace.value())
                .param("connections", choice.connections())
                .param("perSecond", choice.perSecond())
                .update();
    }

    /** What counts. */
    BroadcastSettings of(WorkspaceId workspace) {
        var choice = chosen(workspace);
        return new BroadcastSettings(
                choice.connections() == null ? most.connections() : Math.min(choice.connections(), most.connections()),
                slower(choice.perSecond(), most.perSecond()));
    }

    private static int slower(@Nullable Integer chosen, int most) {
        if (chosen == null) {
            return most;
        }
        return most == 0 ? chosen : Math.min(chosen, most);
    }
}
