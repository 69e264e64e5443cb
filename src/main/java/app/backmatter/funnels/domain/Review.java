package app.backmatter.funnels.domain;

import app.backmatter.books.BookView;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.orders.Charge;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A draft with all that the guards must know to judge it.
 *
 * @param lowest that a step's product was sold at in the last 30 days beside the step's own prices, by currency
 * @param counts whether reports can add up sales in a currency
 * @param charged whether anybody ever paid this price for this product
 */
record Review(
        FunnelContent funnel,
        Map<ProductId, ProductView> products,
        @Nullable BookView book,
        boolean hasPostalAddress,
        Predicate<Currency> counts,
        BiPredicate<ProductId, Money> charged,
        Function<UUID, Prices> lowest) {

    static Review of(FunnelContent draft, Stock stock) {
        return new Review(
                draft,
                stock.products(),
                stock.book(draft),
                !stock.workspace().postalAddress().isBlank(),
                stock.counts(),
                (product, price) -> stock.charged().contains(new Charge(product, price)),
                step -> stock.lowest().getOrDefault(step, Prices.NONE));
    }

    /** One rule: what it finds in a draft, if anything. */
    interface Guard {
        Stream<Finding> check(Review review);
    }

    private static final List<Guard> GUARDS = Stream.of(
                    OfferGuards.all(), PriceGuards.all(), CurrencyGuards.all(), TreeGuards.all(), FollowUpGuards.all())
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

    /** What a step asks in every currency that it can be paid in, the author's first. */
    List<Money> prices(Offer step) {
        return allPrices(step).stream()
                .filter(price -> step.terms().allow(price.currency()))
                .toList();
    }

    /** Those too that nobody is asked, for readers choose what to give and there is no least of it. */
    List<Money> allPrices(Offer step) {
        return prices(step.product(), step.price(), step.terms().prices());
    }

    /** What the step's tick box asks in every currency, the author's first. */
    List<Money> bump(Offer step) {
        var bump = Steps.bump(step);
        return bump == null ? List.of() : prices(bump.product(), bump.price(), bump.others());
    }

    private List<Money> prices(@Nullable ProductId id, @Nullable Money asked, Prices typed) {
        var product = product(id);
        return product == null
                ? (asked == null ? List.of() : List.of(asked))
                : new InCurrency(product.price(), product.others()).prices(asked, typed);
    }

    <S extends Step> Stream<S> steps(Class<S> kind) {
        return funnel.steps().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Nullable
    ProductView product(@Nullable ProductId id) {
        return id == null ? null : products.get(id);
    }
}
