package app.backmatter.catalog.domain;

import app.backmatter.catalog.FileNoLongerStamped;
import app.backmatter.catalog.domain.FileOwner.OfEdition;
import app.backmatter.catalog.domain.FileOwner.OfProduct;
import app.backmatter.database.WorkspaceOwned;
import app.backmatter.storage.FileId;
import app.backmatter.watermarks.NotStampable;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that readers get, at its position among the others of its owner. */
@Entity
@Table(name = "delivered_files")
final class DeliveredFile extends WorkspaceOwned<DeliveredFile> {
    @EmbeddedId
    private FileId id;

    @Version
    private @Nullable Integer version;

    private @Nullable UUID productId;
    private @Nullable UUID editionId;

    /** Either of both, as the database works it out. */
    @Column(insertable = false, updatable = false)
    private UUID ownerId;

    private int position;
    private @Nullable Instant stampedSince;

    @Enumerated(EnumType.STRING)
    private NotStampable.@Nullable Reason notStampable;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected DeliveredFile() {}

    DeliveredFile(FileOwner owner, FileId file, int position) {
        this.id = file;
        this.ownerId = owner.id();
        this.position = position;
        switch (owner) {
            case OfProduct _ -> productId = ownerId;
            case OfEdition _ -> editionId = ownerId;
        }
    }

    void moveTo(int place) {
        position = place;
    }

    /** From now on each buyer gets a copy with the own name in it; a file that was refused before is tried anew. */
    void stamp(Instant now) {
        stampedSince = now;
        notStampable = null;
    }

    /** Turned out to be impossible: buyers get the file as it is, and the author is told. */
    void refuseStamp(NotStampable.Reason reason) {
        if (stampedSince != null) {
            notStampable = reason;
        }
    }

    /** Buyers get it as it is, or, when it goes, no more at all. */
    void leaveUnstamped() {
        if (stampedSince != null) {
            stampedSince = null;
            notStampable = null;
            registerEvent(new FileNoLongerStamped(workspaceId(), id));
        }
    }

    boolean isStamped() {
        return stampedSince != null && notStampable == null;
    }

    Optional<Stamping> stamping() {
        return Optional.ofNullable(stampedSince).map(since -> new Stamping(since, notStampable));
    }

    FileId file() {
        return id;
    }

    /** Of the product or edition that it belongs to. */
    UUID owner() {
        return ownerId;
    }
}
