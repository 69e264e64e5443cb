package app.backmatter.funnels.domain;

import app.backmatter.database.WorkspaceOwned;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.RevisionId;
import app.backmatter.shared.Slug;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A funnel: one draft that its author works on, and what readers see of it, which only a publication changes. */
@Entity
@Table(name = "funnels")
final class Funnel extends WorkspaceOwned<Funnel> {
    @EmbeddedId
    private FunnelId id;

    private String name;
    private String slug;

    @Convert(converter = DraftColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private FunnelContent draft;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private Instant createdAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "revision_id"))
    private @Nullable RevisionId revision;

    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected Funnel() {}

    Funnel(FunnelId id, String name, Slug slug, FunnelContent draft, Instant at) {
        this.id = id;
        this.name = name;
        this.slug = slug.value();
        this.draft = draft;
        this.createdAt = at;
    }

    FunnelId id() {
        return id;
    }

    String name() {
        return name;
    }

    String slug() {
        return slug;
    }

    FunnelContent draft() {
        return draft;
    }

    @Nullable
    RevisionId revision() {
        return revision;
    }

    boolean isOpen() {
        return revision != null && withdrawnAt == null;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    void change(UnaryOperator<FunnelContent> change) {
        draft = change.apply(draft);
    }

    void rename(String name) {
        this.name = name;
    }

    /** From now on new readers meet this revision; readers inside keep the one that they entered. */
    void open(Revision published) {
        revision = published.getId();
        withdrawnAt = null;
        registerEvent(new EntryChanged(workspaceId(), id, slug));
    }

    /** Closes the door to new readers. Those inside go on. */
    void withdraw(Instant at) {
        if (isOpen()) {
            withdrawnAt = at;
            registerEvent(new EntryChanged(workspaceId(), id, slug));
        }
    }
}
