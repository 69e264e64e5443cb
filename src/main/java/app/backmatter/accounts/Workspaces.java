package app.backmatter.accounts;

import app.backmatter.shared.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What other modules ask about workspaces. Answers come from memory where they can; they change rarely. */
@Service
public class Workspaces {
    public WorkspaceView get(WorkspaceId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<WorkspaceView> bySlug(String slug) {
        throw new UnsupportedOperationException();
    }

    public List<WorkspaceView> all() {
        throw new UnsupportedOperationException();
    }
}
