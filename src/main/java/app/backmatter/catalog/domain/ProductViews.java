package app.backmatter.catalog.domain;

import static java.util.stream.Collectors.toMap;

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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products with what belongs to them, in three questions to the database however many they are. */
@Service
@Transactional(readOnly = true)
public class ProductViews {
    private final ProductRepository products;
    private final Pricing pricing;
    private final ProductFiles files;
    private final KeepRates rates;

    ProductViews(ProductRepository products, Pricing pricing, ProductFiles files, KeepRates rates) {
        this.products = products;
        this.pricing = pricing;
        this.files = files;
        this.rates = rates;
    }

    public List<ProductView> offered() {
        return views(products.findAllByOrderByName().stream()
                .filter(product -> !product.isArchived())
                .toList());
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
        var ids = listed.stream().map(Product::id).toList();
        var prices = pricing.now(ids);
        var filesOf = files.of(ids);
        return listed.stream()
                .map(product -> view(
                        product,
                        Objects.requireNonNull(prices.get(product.id())),
                        filesOf.getOrDefault(product.id(), List.of())))
                .toList();
    }

    private ProductView view(Product product, List<Money> prices, List<StoredFile> ofProduct) {
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
                ofProduct,
                new Prices(prices.stream().filter(each -> !each.equals(price)).toList()));
    }
}
