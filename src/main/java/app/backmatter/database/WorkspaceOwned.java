package app.backmatter.database;

import app.backmatter.shared.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** An aggregate that belongs to the workspace it was made in; Hibernate writes and filters the column. */
@MappedSuperclass
public abstract class WorkspaceOwned<A extends WorkspaceOwned<A>> extends AbstractAggregateRoot<A> {
    @TenantId
    @Column(name = "workspace_id", nullable = false, updatable = false)
    private @Nullable UUID workspaceId;

    protected final WorkspaceId workspaceId() {
        return workspaceId == null ? WorkspaceScope.current() : new WorkspaceId(workspaceId);
    }
}
