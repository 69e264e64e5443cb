package app.backmatter.catalog.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.backmatter.catalog.ProductId;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Use;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.Watermarks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which files belong to which product, in which order. */
@Service
@Transactional
public class ProductFiles {
    private final ProductFileRepository productFiles;
    private final ProductRepository products;
    private final ProductUses uses;
    private final Files files;
    private final FileStamps stamps;

    ProductFiles(
            ProductFileRepository productFiles,
            ProductRepository products,
            ProductUses uses,
            Files files,
            FileStamps stamps) {
        this.productFiles = productFiles;
        this.products = products;
        this.uses = uses;
        this.files = files;
        this.stamps = stamps;
    }

    /**
     * After the files that it has; what is among them already, because a form came twice, stays where it is. Where buyers
     * get stamped copies of those, they get such of the new ones too.
     *
     * @throws NotFound when the workspace has no such product
     */
    public void add(ProductId product, List<FileId> added) {
        var owner = products.findById(product).orElseThrow(NotFound::new);
        int position =
                productFiles.findByProductIdOrderByPosition(owner.id().value()).size();
        boolean stamped = !stamps.of(product).isEmpty();
        for (var file : added) {
            files.claim(file);
            // whoever claims the same file waits for the first to commit, and so sees it here
            if (productFiles.existsById(file)) {
                continue;
            }
            productFiles.save(new ProductFile(owner.id(), file, position++));
            if (stamped && files.find(file).filter(Watermarks::fit).isPresent()) {
                stamps.stamp(file);
            }
        }
    }

    /** @throws NotFound when it is no file of this product */
    public StoredFile get(ProductId product, FileId file) {
        return productFiles
                .findById(file)
                .filter(each -> each.product().equals(product))
                .flatMap(each -> files.find(file))
                .orElseThrow(NotFound::new);
    }

    /** Changes places with the file before it; the first stays first. */
    public void moveUp(ProductId product, FileId file) {
        var ordered = new ArrayList<>(productFiles.findByProductIdOrderByPosition(product.value()));
        int position = ordered.stream().map(ProductFile::file).toList().indexOf(file);
        if (position > 0) {
            ordered.add(position - 1, ordered.remove(position));
            number(ordered);
        }
    }

    /** What needs the product to keep this file, its last: nobody shall pay for nothing. */
    public List<Use> neededBy(ProductId product) {
        return productFiles.findByProductIdOrderByPosition(product.value()).size() > 1 ? List.of() : uses.of(product);
    }

    /** @return whether it is gone; the last file of a product that is sold or offered stays */
    public boolean remove(ProductId product, FileId file) {
        var removed = get(product, file);
        if (!neededBy(product).isEmpty()) {
            return false;
        }
        stamps.leaveAsItIs(removed.id());
        productFiles.deleteById(removed.id());
        productFiles.flush();
        number(productFiles.findByProductIdOrderByPosition(product.value()));
        return true;
    }

    Map<ProductId, List<StoredFile>> of(Collection<ProductId> of) {
        var attached = productFiles.findByProductIdInOrderByPosition(
                of.stream().map(ProductId::value).toList());
        var stored = files.findAll(attached.stream().map(ProductFile::file).toList());
        return attached.stream()
                .filter(each -> stored.containsKey(each.file()))
                .collect(groupingBy(
                        ProductFile::product,
                        mapping(each -> Objects.requireNonNull(stored.get(each.file())), toList())));
    }

    void forget(ProductId product) {
        productFiles.deleteByProductId(product.value());
    }

    private void number(List<ProductFile> ordered) {
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).moveTo(i);
        }
        productFiles.saveAll(ordered);
    }
}
