package app.backmatter.books.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionId;
import app.backmatter.books.NewEdition;
import app.backmatter.books.RetailerLink;
import app.backmatter.database.WorkspaceOwned;
import app.backmatter.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One shape in which a book is sold. Its numbers are checked: a wrong check digit sends readers to another book. */
@Entity
@Table(name = "editions")
final class Edition extends WorkspaceOwned<Edition> {
    @EmbeddedId
    private EditionId id;

    @Version
    private @Nullable Integer version;

    private UUID bookId;

    @Enumerated(EnumType.STRING)
    private EditionFormat format;

    private @Nullable String isbn;
    private @Nullable String asin;
    private @Nullable Long listPriceAmount;

    @Column(length = 3)
    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable Currency currency;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<RetailerLink> retailers = List.of();

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Edition() {}

    @SuppressWarnings("NullAway.Init") // describe fills the rest
    Edition(BookId book, NewEdition edition, Instant createdAt) {
        this.id = EditionId.next();
        this.bookId = book.value();
        this.createdAt = createdAt;
        describe(edition);
    }

    /** @throws IllegalArgumentException when ISBN or ASIN is none */
    final void describe(NewEdition edition) {
        format = edition.format();
        isbn = edition.isbn() == null
                ? null
                : Isbn.parse(edition.isbn())
                        .orElseThrow(() -> new IllegalArgumentException("Not an ISBN: " + edition.isbn()))
                        .digits();
        asin = edition.asin() == null
                ? null
                : Asin.parse(edition.asin())
                        .orElseThrow(() -> new IllegalArgumentException("Not an ASIN: " + edition.asin()))
                        .value();
        listPriceAmount =
                edition.listPrice() == null ? null : edition.listPrice().minorUnits();
        currency = edition.listPrice() == null ? null : edition.listPrice().currency();
        retailers = List.copyOf(edition.retailers());
    }

    EditionId id() {
        return id;
    }

    BookId book() {
        return new BookId(bookId);
    }

    EditionFormat format() {
        return format;
    }

    EditionDetails details() {
        return new EditionDetails(id, book(), format, isbn, asin, listPrice(), retailers);
    }

    private @Nullable Money listPrice() {
        return listPriceAmount == null || currency == null ? null : new Money(listPriceAmount, currency);
    }
}
