package app.backmatter.orders.copies;

import app.backmatter.catalog.Catalog;
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
