package app.backmatter.orders.copies;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactView;
import app.backmatter.catalog.Catalog;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.Owner;
import app.backmatter.watermarks.Watermarks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the copy of one file for one owner. Whatever fails, the owner gets the file: as it is, if need be. Two that make
 * the same copy at once do no harm: one is kept, the other swept away.
 */
@Component
class MakeCopy {
    private static final Logger log = LoggerFactory.getLogger(MakeCopy.class);

    private final Watermarks watermarks;
    private final Catalog catalog;
    private final Audience audience;
    private final Files files;
    private final CopyRows rows;
    private final TransactionOperations transaction;
    private final Clock clock;

    MakeCopy(
            Watermarks watermarks,
            Catalog catalog,
            Audience audience,
            Files files,
            CopyRows rows,
            TransactionOperations transaction,
            Clock clock) {
        this.watermarks = watermarks;
        this.catalog = catalog;
        this.audience = audience;
        this.files = files;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return false when other copies took longer than this */
    boolean make(Holding holding, FileId file, Duration patience) {
        var stored = files.find(file);
        return stored.isEmpty() || make(holding, stored.get(), patience);
    }

    private boolean make(Holding holding, StoredFile file, Duration patience) {
        try {
            var copy = watermarks.stamp(file, owner(holding), patience);
            copy.ifPresent(made -> keep(holding, file, made.id()));
            return copy.isPresent();
        } catch (NotStampable e) {
            log.warn("File {} can't be stamped: {}", file.id(), e.reason());
            catalog.refuseStamp(file.id(), e.reason());
        } catch (RuntimeException e) {
            log.error("File {} is not stamped for {}", file.id(), holding.entitlement(), e);
        }
        keep(holding, file, null);
        return true;
    }

    private void keep(Holding holding, StoredFile file, @Nullable FileId copy) {
        transaction.executeWithoutResult(status -> {
            if (rows.add(holding.entitlement(), file.id(), copy, clock.instant())) {
                files.claim(copy);
            }
        });
    }

    private Owner owner(Holding holding) {
        var name = Optional.of(holding.buyer())
                .filter(buyer -> !buyer.isBlank())
                .or(() -> audience.find(holding.contact()).map(ContactView::firstName))
                .orElse("");
        return new Owner(name, holding.order(), holding.since());
    }
}
