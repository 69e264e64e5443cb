package app.backmatter.funnels.domain;

import app.backmatter.database.WorkspaceOwned;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.RevisionId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** A funnel as it was published: written once, never changed. */
@Entity
@Immutable
@Table(name = "funnel_revisions")
final class Revision extends WorkspaceOwned<Revision> implements Persistable<RevisionId> {
    @EmbeddedId
    private RevisionId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "funnel_id"))
    private FunnelId funnel;

    private int number;

    @Convert(converter = PublishedColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private PublishedContent content;

    private Instant publishedAt;
    private String publishedBy;

    @SuppressWarnings("NullAway.Init")
    protected Revision() {}

    Revision(FunnelId funnel, int number, PublishedContent content, Instant publishedAt, String publishedBy) {
        this.id = RevisionId.next();
        this.funnel = funnel;
        this.number = number;
        this.content = content;
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
    }

    @Override
    public RevisionId getId() {
        return id;
    }

    int number() {
        return number;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    PublishedContent content() {
        return content;
    }

    /** A revision is only ever saved once, when it is made. */
    @Override
    public boolean isNew() {
        return true;
    }
}
