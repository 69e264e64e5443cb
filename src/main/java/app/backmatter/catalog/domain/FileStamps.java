package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.storage.FileId;
import app.backmatter.watermarks.NotStampable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Of which files buyers get copies with their names in them. */
@Service
@Transactional
public class FileStamps {
    private final DeliveredFileRepository files;
    private final ProductRepository products;
    private final StampedProducts stampedProducts;
    private final Clock clock;

    FileStamps(
            DeliveredFileRepository files, ProductRepository products, StampedProducts stampedProducts, Clock clock) {
        this.files = files;
        this.products = products;
        this.stampedProducts = stampedProducts;
        this.clock = clock;
    }

    /** Those of its files that are stamped, or should be. */
    public Map<FileId, Stamping> of(FileOwner owner) {
        var stampings = new HashMap<FileId, Stamping>();
        files.findByOwnerIdOrderByPosition(owner.id())
                .forEach(each -> each.stamping().ifPresent(stamping -> stampings.put(each.file(), stamping)));
        return stampings;
    }

    public boolean isStamped(FileId file) {
        return files.findById(file).filter(DeliveredFile::isStamped).isPresent();
    }

    /** Of all that its buyers get. */
    public List<FileId> stamped(ProductId id) {
        return products.findById(id).stream()
                .flatMap(product -> files.findByOwnerIdInOrderByPosition(product.fileOwners()).stream())
                .filter(DeliveredFile::isStamped)
                .map(DeliveredFile::file)
                .toList();
    }

    /** Buyers get it as it is, although the author chose otherwise. */
    public void refuse(FileId file, NotStampable.Reason reason) {
        change(file, each -> each.refuseStamp(reason));
    }

    void stamp(FileId file) {
        change(file, each -> each.stamp(clock.instant()));
    }

    void leaveAsItIs(FileId file) {
        change(file, DeliveredFile::leaveUnstamped);
    }

    private void change(FileId file, Consumer<DeliveredFile> change) {
        files.findById(file).ifPresent(each -> {
            change.accept(each);
            files.saveAndFlush(each);
            stampedProducts.forget();
        });
    }
}
