package app.backmatter.catalog.domain;

import app.backmatter.books.EditionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nobody shall pay for nothing: a product that is sold or offered keeps its last file, whosever that is. */
@Component
class LastFiles {
    private final DeliveredFileRepository files;
    private final FileOwners owners;
    private final ProductUses uses;
    private final ProductRepository products;

    LastFiles(DeliveredFileRepository files, FileOwners owners, ProductUses uses, ProductRepository products) {
        this.files = files;
        this.owners = owners;
        this.uses = uses;
        this.products = products;
    }

    /**
     * Lets whoever takes files from buyers do so one after the other, until the transaction ends: two who each leave a file
     * to the other would leave none. To be asked for before a product is read.
     */
    void takeTurns() {
        products.lockAll();
    }

    /** The products that can't do without one file of this owner. */
    List<LeftEmpty> without(FileOwner owner) {
        return owners.deliverers(owner).stream()
                .filter(product -> count(product.fileOwners()) == 1)
                .flatMap(product -> needed(product).stream())
                .toList();
    }

    /** Empty when the product can do with the files of these editions beside its own, or has none anyway. */
    Optional<LeftEmpty> with(Product product, Collection<EditionId> editions) {
        var left = Stream.concat(
                        Stream.of(product.id().value()), editions.stream().map(EditionId::value))
                .collect(Collectors.toSet());
        return count(left) == 0 && count(product.fileOwners()) > 0 ? needed(product) : Optional.empty();
    }

    private Optional<LeftEmpty> needed(Product product) {
        return Optional.of(new LeftEmpty(product.name(), uses.of(product.id())))
                .filter(empty -> !empty.uses().isEmpty());
    }

    private int count(Set<UUID> of) {
        return files.findByOwnerIdInOrderByPosition(of).size();
    }
}
