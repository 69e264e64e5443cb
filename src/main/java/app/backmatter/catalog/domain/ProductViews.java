package app.backmatter.catalog.domain;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import app.backmatter.books.Books;
import app.backmatter.books.EditionView;
import app.backmatter.catalog.FileGroup;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.catalog.currency.KeepRates;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.storage.StoredFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products with what belongs to them, in as many questions to the database however many they are. */
@Service
@Transactional(readOnly = true)
public class ProductViews {
    private final ProductRepository products;
    private final Pricing pricing;
    private final DeliveredFiles files;
    private final Books books;
    private final EditionNames names;
    private final KeepRates rates;

    ProductViews(
            ProductRepository products,
            Pricing pricing,
            DeliveredFiles files,
            Books books,
            EditionNames names,
            KeepRates rates) {
        this.products = products;
        this.pricing = pricing;
        this.files = files;
        this.books = books;
        this.names = names;
        this.rates = rates;
    }

    public List<ProductView> offered() {
        return views(products.findAllByOrderByName().stream()
                .filter(product -> !product.isArchived())
                .toList());
    }

    public List<ProductView> everything() {
        return views(products.findAllByOrderByName());
    }

    public boolean isOffered(ProductId id) {
        return products.findById(id).filter(product -> !product.isArchived()).isPresent();
    }

    public List<ProductView> archived() {
        return views(products.findAllByOrderByName().stream()
                .filter(Product::isArchived)
                .toList());
    }

    public Optional<ProductView> find(ProductId id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    public Map<ProductId, ProductView> of(Collection<ProductId> ids) {
        return views(products.findAllById(ids)).stream().collect(toMap(ProductView::id, product -> product));
    }

    private List<ProductView> views(List<Product> listed) {
        var prices = pricing.now(listed.stream().map(Product::id).toList());
        var filesOf = files.of(listed.stream()
                .flatMap(product -> product.fileOwners().stream())
                .collect(toSet()));
        var editions = books.editions(
                listed.stream().flatMap(product -> product.editions().stream()).collect(toSet()));
        return listed.stream()
                .map(product -> view(
                        product, Objects.requireNonNull(prices.get(product.id())), groups(product, editions, filesOf)))
                .toList();
    }

    /** The product's own before those of editions, which come as their book lists them. */
    private List<FileGroup> groups(Product product, List<EditionView> editions, Map<UUID, List<StoredFile>> filesOf) {
        var own = new FileGroup("", filesOf.getOrDefault(product.id().value(), List.of()));
        var delivered = editions.stream()
                .filter(edition -> product.editions().contains(edition.id()))
                .map(edition -> new FileGroup(
                        names.of(edition), filesOf.getOrDefault(edition.id().value(), List.of())));
        return Stream.concat(Stream.of(own), delivered)
                .filter(group -> !group.files().isEmpty())
                .toList();
    }

    private ProductView view(Product product, List<Money> prices, List<FileGroup> groups) {
        var own = rates.own();
        var price = prices.stream()
                .filter(each -> each.currency().equals(own))
                .findFirst()
                .orElseGet(prices::getFirst);
        return new ProductView(
                product.id(),
                product.name(),
                product.type(),
                product.description(),
                product.picture(),
                price,
                product.book(),
                groups,
                new Prices(prices.stream().filter(each -> !each.equals(price)).toList()));
    }
}
