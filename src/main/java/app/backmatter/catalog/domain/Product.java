package app.backmatter.catalog.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.EditionId;
import app.backmatter.books.EditionView;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceOwned;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something to sell or give away after the book. Its prices stand in their own rows, for they have a history. */
@Entity
@Table(name = "products")
final class Product extends WorkspaceOwned<Product> {
    @EmbeddedId
    private ProductId id;

    @Version
    private @Nullable Integer version;

    private String name;

    @Enumerated(EnumType.STRING)
    private ProductType type;

    private String description;
    private @Nullable UUID picture;
    private @Nullable UUID bookId;
    private Instant createdAt;
    private @Nullable Instant archivedAt;
    private @Nullable Integer mostDownloads;
    private int linkHours;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> editions = List.of();

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Product() {}

    @SuppressWarnings("NullAway.Init") // describe fills the rest
    Product(NewProduct product, Instant createdAt) {
        this.id = ProductId.next();
        this.createdAt = createdAt;
        describe(product);
        deliver(DeliveryTerms.USUAL);
    }

    /**
     * @param description without a picture in it the present one stays
     * @throws IllegalStateException when it names another book although editions of the present one are delivered
     */
    final void describe(NewProduct description) {
        if (!canBelongTo(description.book())) {
            throw new IllegalStateException(id + " delivers editions of " + bookId);
        }
        name = description.name().strip();
        type = description.type();
        this.description = description.description();
        bookId = description.book() == null ? null : description.book().value();
        if (description.picture() != null) {
            picture = description.picture().value();
        }
    }

    boolean canBelongTo(@Nullable BookId other) {
        return editions.isEmpty() || Objects.equals(other, book());
    }

    /**
     * Buyers get the files of these editions from now on, and those of no others.
     *
     * @throws NotFound when one is not of the product's book
     */
    void deliver(Collection<EditionView> chosen) {
        if (!chosen.stream().allMatch(edition -> edition.book().equals(book()))) {
            throw new NotFound();
        }
        editions = chosen.stream().map(edition -> edition.id().value()).toList();
    }

    final void deliver(DeliveryTerms terms) {
        mostDownloads = terms.most();
        linkHours = (int) terms.linkLasts().toHours();
    }

    void archive(Instant at) {
        if (archivedAt == null) {
            archivedAt = at;
        }
    }

    void restore() {
        archivedAt = null;
    }

    ProductId id() {
        return id;
    }

    String name() {
        return name;
    }

    ProductType type() {
        return type;
    }

    String description() {
        return description;
    }

    @Nullable
    FileId picture() {
        return picture == null ? null : new FileId(picture);
    }

    @Nullable
    BookId book() {
        return bookId == null ? null : new BookId(bookId);
    }

    /** Whose files its buyers get beside its own. */
    List<EditionId> editions() {
        return editions.stream().map(EditionId::new).toList();
    }

    /** The ids of all whose files its buyers get. */
    Set<UUID> fileOwners() {
        return Stream.concat(Stream.of(id.value()), editions.stream()).collect(Collectors.toSet());
    }

    DeliveryTerms delivery() {
        return new DeliveryTerms(mostDownloads, Duration.ofHours(linkHours));
    }

    boolean isArchived() {
        return archivedAt != null;
    }
}
