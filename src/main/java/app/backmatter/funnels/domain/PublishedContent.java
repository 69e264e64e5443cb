package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to show a funnel to a reader without asking anybody: the steps, and what their products and the
 * book were called, cost and looked like when it was published.
 *
 * @param author the workspace's name, under which the author speaks
 * @param locale how prices are written
 */
public record PublishedContent(
        FunnelContent funnel,
        List<ProductSnapshot> products,
        @Nullable BookSnapshot book,
        String author,
        Locale locale) {
    public PublishedContent {
        products = List.copyOf(products);
    }

    /** Copies all that the draft's pages tell of products, book and author. */
    static PublishedContent freeze(FunnelContent draft, Stock stock) {
        var book = stock.book(draft);
        return new PublishedContent(
                draft,
                draft.products().stream()
                        .flatMap(id -> Stream.ofNullable(stock.products().get(id)))
                        .map(ProductSnapshot::of)
                        .toList(),
                book == null ? null : BookSnapshot.of(book),
                stock.workspace().name(),
                stock.workspace().locale());
    }

    /**
     * All as a reader meets it who pays in this currency. A checkout without a price in it stays in the author's, and its
     * tick box with it; a tick box or a one-click offer without one is not shown, for an order is in one currency.
     */
    public PublishedContent in(Currency currency) {
        return new PublishedContent(
                funnel.withSteps(
                        funnel.steps().stream().map(step -> in(currency, step)).toList()),
                products,
                book,
                author,
                locale);
    }

    /** In which a checkout can be paid, the author's first. */
    public List<Currency> currencies(CheckoutOffer offer) {
        return inCurrency(offer.product()).stream()
                .flatMap(product -> product.prices(offer.price(), offer.terms().prices()).stream())
                .map(Money::currency)
                .filter(offer.terms()::allow)
                .toList();
    }

    private Step in(Currency currency, Step step) {
        if (!(step instanceof Offer offer) || isIn(currency, offer)) {
            return step;
        }
        var price = inCurrency(offer.product())
                .filter(_ -> offer.terms().allow(currency))
                .flatMap(product ->
                        product.price(currency, offer.price(), offer.terms().prices()));
        if (price.isEmpty()) {
            return offer instanceof CheckoutOffer ? offer : Steps.asking(offer, null, null, null);
        }
        return Steps.asking(
                offer,
                price.get(),
                offer.terms().normal().in(currency).orElse(null),
                bump(currency, Steps.bump(offer)));
    }

    private static boolean isIn(Currency currency, Offer offer) {
        return offer.price() != null && offer.price().currency().equals(currency);
    }

    private @Nullable OrderBump bump(Currency currency, @Nullable OrderBump bump) {
        return bump == null
                ? null
                : inCurrency(bump.product())
                        .flatMap(product -> product.price(currency, bump.price(), bump.others()))
                        .map(price -> new OrderBump(bump.id(), bump.product(), price, bump.text(), bump.others()))
                        .orElse(null);
    }

    private Optional<InCurrency> inCurrency(@Nullable ProductId product) {
        return product(product).map(InCurrency::of);
    }

    public Optional<ProductSnapshot> product(@Nullable ProductId id) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }
}
