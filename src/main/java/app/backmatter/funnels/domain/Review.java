package app.backmatter.funnels.domain;

import app.backmatter.books.BookView;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.orders.Charge;
import app.backmatter.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A draft with all that the guards must know to judge it.
 *
 * @param lowest that a step's product was sold at in the last 30 days beside the step's own price; absent for none
 * @param charged whether anybody ever paid this price for this product
 */
record Review(
        FunnelContent funnel,
        Map<ProductId, ProductView> products,
        @Nullable BookView book,
        boolean hasPostalAddress,
        BiPredicate<ProductId, Money> charged,
        Function<UUID, @Nullable Money> lowest) {

    static Review of(FunnelContent draft, Stock stock) {
        return new Review(
                draft,
                stock.products(),
                stock.book(draft),
                !stock.workspace().postalAddress().isBlank(),
                (product, price) -> stock.charged().contains(new Charge(product, price)),
                stock.lowest()::get);
    }

    /** One rule: what it finds in a draft, if anything. */
    interface Guard {
        Stream<Finding> check(Review review);
    }

    private static final List<Guard> GUARDS = Stream.of(
                    OfferGuards.all(), PriceGuards.all(), TreeGuards.all(), FollowUpGuards.all())
            .flatMap(List::stream)
            .toList();

    /** What must be mended first, then what to look at, each in the order of the pages. */
    List<Finding> findings() {
        return Stream.of(Finding.Weight.values())
                .flatMap(weight -> GUARDS.stream()
                        .flatMap(guard -> guard.check(this))
                        .filter(finding -> finding.weight() == weight))
                .toList();
    }

    <S extends Step> Stream<S> steps(Class<S> kind) {
        return funnel.steps().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Nullable
    ProductView product(@Nullable ProductId id) {
        return id == null ? null : products.get(id);
    }
}
