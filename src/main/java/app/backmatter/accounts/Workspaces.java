package app.backmatter.accounts;

import app.backmatter.accounts.domain.WorkspaceDirectory;
import app.backmatter.shared.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What other modules ask about workspaces. Answers come from memory where they can; they change rarely. */
@Service
public class Workspaces {
    private final WorkspaceDirectory directory;

    Workspaces(WorkspaceDirectory directory) {
        this.directory = directory;
    }

    /** @throws java.util.NoSuchElementException when there is none; an id in hand always has one */
    public WorkspaceView get(WorkspaceId id) {
        return directory.find(id).orElseThrow();
    }

    public Optional<WorkspaceView> bySlug(String slug) {
        return directory.findBySlug(slug);
    }

    /** Every workspace of the installation by name, read from the database. */
    public List<WorkspaceView> all() {
        return directory.all();
    }
}
