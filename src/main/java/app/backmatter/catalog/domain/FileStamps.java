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
    private final ProductFileRepository productFiles;
    private final StampedProducts stampedProducts;
    private final Clock clock;

    FileStamps(ProductFileRepository productFiles, StampedProducts stampedProducts, Clock clock) {
        this.productFiles = productFiles;
        this.stampedProducts = stampedProducts;
        this.clock = clock;
    }

    /** Those of its files that are stamped, or should be. */
    public Map<FileId, Stamping> of(ProductId product) {
        var stampings = new HashMap<FileId, Stamping>();
        productFiles
                .findByProductIdOrderByPosition(product.value())
                .forEach(each -> each.stamping().ifPresent(stamping -> stampings.put(each.file(), stamping)));
        return stampings;
    }

    public boolean isStamped(FileId file) {
        return productFiles.findById(file).filter(ProductFile::isStamped).isPresent();
    }

    public List<FileId> stamped(ProductId product) {
        return productFiles.findByProductIdOrderByPosition(product.value()).stream()
                .filter(ProductFile::isStamped)
                .map(ProductFile::file)
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
        change(file, ProductFile::leaveUnstamped);
    }

    private void change(FileId file, Consumer<ProductFile> change) {
        productFiles.findById(file).ifPresent(each -> {
            change.accept(each);
            productFiles.saveAndFlush(each);
            stampedProducts.forget();
        });
    }
}
