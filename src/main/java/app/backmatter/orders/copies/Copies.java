package app.backmatter.orders.copies;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.orders.domain.Delivery.Parcel;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody gets who fetches a file of the workspace in scope: it, or the copy with their name in it. */
@Component
public class Copies {
    /** What is larger is made in the background, while a page asks to wait. */
    private static final long MADE_AT_ONCE = 10 << 20;

    private static final Duration PATIENCE_OF_A_READER = Duration.ofSeconds(3);

    private static final Duration PATIENCE_OF_A_LETTER = Duration.ofMinutes(1);

    private final Catalog catalog;
    private final CopyRows rows;
    private final MakeCopy makeCopy;
    private final OrderCopies orderCopies;
    private final Files files;

    Copies(Catalog catalog, CopyRows rows, MakeCopy makeCopy, OrderCopies orderCopies, Files files) {
        this.catalog = catalog;
        this.rows = rows;
        this.makeCopy = makeCopy;
        this.orderCopies = orderCopies;
        this.files = files;
    }

    /** Empty while the copy is being made, which may take some moments. */
    public Optional<FileId> of(Parcel parcel) {
        if (!catalog.isStamped(parcel.file())) {
            return Optional.of(parcel.file());
        }
        return made(parcel).or(() -> isMadeNow(parcel) ? made(parcel) : Optional.empty());
    }

    /**
     * The same for a letter on its way, which can't ask again: it is made now, however large it is.
     *
     * @return the file as it is when other copies take longer than a minute
     */
    public FileId now(ContactId contact, ProductId product, FileId file) {
        if (!catalog.isStamped(file)) {
            return file;
        }
        return rows.of(contact, product).map(holding -> now(holding, file)).orElse(file);
    }

    private FileId now(Holding holding, FileId file) {
        if (rows.find(holding.entitlement(), file).isEmpty()) {
            makeCopy.make(holding, file, PATIENCE_OF_A_LETTER);
        }
        return rows.find(holding.entitlement(), file).map(CopyRows.Copy::copy).orElse(file);
    }

    private Optional<FileId> made(Parcel parcel) {
        return rows.find(parcel.id()).map(copy -> Objects.requireNonNullElse(copy.copy(), parcel.file()));
    }

    private boolean isMadeNow(Parcel parcel) {
        var holding = rows.ofDownload(parcel.id());
        boolean small = files.find(parcel.file()).map(StoredFile::size).orElse(0L) <= MADE_AT_ONCE;
        if (small && makeCopy.make(holding, parcel.file(), PATIENCE_OF_A_READER)) {
            return true;
        }
        orderCopies.order(parcel.id(), holding.contact(), List.of(holding.product()));
        return false;
    }
}
