package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.PageNames;
import app.backmatter.pages.Words;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An entry page goes by its funnel's name. */
@Component
class EntryPageNames implements PageNames {
    private final JdbcClient jdbc;
    private final Workspaces workspaces;
    private final Words words;

    EntryPageNames(JdbcClient jdbc, Workspaces workspaces, Words words) {
        this.jdbc = jdbc;
        this.workspaces = workspaces;
        this.words = words;
    }

    @Override
    public Optional<String> of(String path) {
        var workspace = WorkspaceScope.current();
        return jdbc.sql("select name from funnels where workspace_id = :workspace and :entries || slug = :path")
                .param("workspace", workspace.value())
                .param("entries", EntryPath.of(workspaces.get(workspace).slug(), ""))
                .param("path", path)
                .query(String.class)
                .optional()
                .map(name -> words.say("funnels.entry-page", name));
    }
}
