package app.backmatter.support;

import static org.awaitility.Awaitility.await;

import app.backmatter.audience.importing.ImportId;
import app.backmatter.audience.importing.ImportState;
import app.backmatter.audience.importing.Imports;
import app.backmatter.audience.importing.Plan;
import app.backmatter.audience.importing.Standing;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.Files;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists that a workspace brought. */
@Component
public class ImportFixtures {
    public static final String LIST = "Email,First name,Tags\nlist-ana@example.com,Ana,fan\nnobody,Ben,\n";

    private final Imports imports;
    private final Files files;

    ImportFixtures(Imports imports, Files files) {
        this.imports = imports;
        this.files = files;
    }

    public ImportId draft(WorkspaceId workspace, String name, String list) {
        return WorkspaceScope.call(
                workspace,
                () -> imports.draft(files.store(name, new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)))
                        .id()));
    }

    /** Whose people agreed to this. */
    public ImportId done(WorkspaceId workspace, String name, String list, String consent) {
        var id = draft(workspace, name, list);
        WorkspaceScope.run(workspace, () -> {
            var fields = imports.get(id.value()).plan().fields();
            imports.start(id, new Plan(fields, Standing.SUBSCRIBED, List.of("from a list"), consent));
        });
        await().until(() ->
                WorkspaceScope.call(workspace, () -> imports.get(id.value()).state()) == ImportState.DONE);
        return id;
    }

    /** One of which the author still says how it is to be taken, and one that is done. */
    public void some(WorkspaceId workspace) {
        draft(workspace, "draft.csv", LIST);
        done(workspace, "list.csv", LIST, "Signed up at a reading.");
    }
}
