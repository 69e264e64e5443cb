package app.backmatter.books.domain;

import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionId;
import app.backmatter.books.PlaceId;
import app.backmatter.books.PlaceKind;
import app.backmatter.database.WorkspaceOwned;
import app.backmatter.links.LinkId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A spot in an edition that carries a link. Once printed it can't be unprinted, so it is retired then and not deleted. */
@Entity
@Table(name = "places")
final class Place extends WorkspaceOwned<Place> {
    @EmbeddedId
    private PlaceId id;

    @Version
    private @Nullable Integer version;

    private UUID editionId;

    @Enumerated(EnumType.STRING)
    private PlaceKind kind;

    private @Nullable Integer chapter;
    private UUID linkId;
    private Instant createdAt;
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Place() {}

    /**
     * @param chapter 1 to 999 at the end of a chapter, else absent
     * @throws IllegalArgumentException when the edition's format has no such spot
     */
    Place(PlaceId id, Edition edition, PlaceKind kind, @Nullable Integer chapter, LinkId link, Instant createdAt) {
        this.id = id;
        this.editionId = edition.id().value();
        this.kind = fitting(kind, edition.format());
        this.chapter = checked(kind, chapter);
        this.linkId = link.value();
        this.createdAt = createdAt;
    }

    void retire(Instant at) {
        if (retiredAt == null) {
            retiredAt = at;
        }
    }

    boolean isAt(PlaceKind spot, @Nullable Integer behindChapter) {
        return retiredAt == null && kind == spot && Objects.equals(chapter, behindChapter);
    }

    PlaceId id() {
        return id;
    }

    EditionId edition() {
        return new EditionId(editionId);
    }

    PlaceKind kind() {
        return kind;
    }

    @Nullable
    Integer chapter() {
        return chapter;
    }

    LinkId link() {
        return new LinkId(linkId);
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    private static PlaceKind fitting(PlaceKind kind, EditionFormat format) {
        if (!kind.fits(format)) {
            throw new IllegalArgumentException(format + " has no " + kind);
        }
        return kind;
    }

    private static @Nullable Integer checked(PlaceKind kind, @Nullable Integer chapter) {
        boolean valid =
                kind == PlaceKind.CHAPTER_END ? chapter != null && chapter >= 1 && chapter <= 999 : chapter == null;
        if (!valid) {
            throw new IllegalArgumentException("A chapter from 1 to 999 belongs to the end of a chapter alone");
        }
        return chapter;
    }
}
