package app.backmatter.funnels.domain;

import app.backmatter.orders.LeastCharge;
import app.backmatter.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices that are lawful, and fit the moment at which they are asked. */
final class PriceGuards {
    /** About 30 US dollars in whole units; no exchange rate is asked, the line is a rule of thumb anyway. */
    private static final Map<String, Long> TRIPWIRE_LIMIT = Map.ofEntries(
            Map.entry("USD", 30L),
            Map.entry("EUR", 30L),
            Map.entry("GBP", 25L),
            Map.entry("CHF", 30L),
            Map.entry("CAD", 40L),
            Map.entry("AUD", 45L),
            Map.entry("NZD", 50L),
            Map.entry("SEK", 300L),
            Map.entry("NOK", 300L),
            Map.entry("DKK", 200L),
            Map.entry("PLN", 120L),
            Map.entry("JPY", 4500L),
            Map.entry("INR", 2500L),
            Map.entry("BRL", 160L),
            Map.entry("MXN", 550L),
            Map.entry("ZAR", 550L));

    private static final int FAR_ABOVE_THE_BOOK = 3;

    private PriceGuards() {}

    static List<Review.Guard> all() {
        return List.of(
                PriceGuards::priceCanBeCharged,
                PriceGuards::leastCanBeCharged,
                PriceGuards::leastIsNotAboveThePrice,
                PriceGuards::normalPriceWasCharged,
                PriceGuards::normalPriceIsHigher,
                PriceGuards::normalPriceIsTheLowest,
                PriceGuards::tripwireIsSmall,
                PriceGuards::firstOfferFitsTheBook,
                PriceGuards::rePitchHasAnotherPrice,
                PriceGuards::downSellIsCheaper);
    }

    private static Stream<Finding> priceCanBeCharged(Review review) {
        return review.steps(Offer.class)
                .flatMap(step -> review.prices(step).stream().flatMap(price -> belowLeast(step, price)));
    }

    private static Stream<Finding> leastCanBeCharged(Review review) {
        return review.steps(CheckoutOffer.class)
                .flatMap(step -> step.terms().least().amounts().stream().flatMap(least -> belowLeast(step, least)));
    }

    /** The page would suggest what it refuses. */
    private static Stream<Finding> leastIsNotAboveThePrice(Review review) {
        return review.steps(CheckoutOffer.class)
                .flatMap(step -> review.prices(step).stream()
                        .flatMap(price -> step.terms().least().in(price.currency()).stream()
                                .filter(least -> isAbove(least, price))
                                .map(least -> Finding.mend(step, "least-above-price", price, least))));
    }

    private static Stream<Finding> belowLeast(Offer step, Money price) {
        var least = price.isZero() ? null : least(price);
        return isAbove(least, price) ? Stream.of(Finding.mend(step, "below-least", price, least)) : Stream.empty();
    }

    private static Stream<Finding> normalPriceWasCharged(Review review) {
        return review.steps(Offer.class)
                .filter(step -> step.product() != null)
                .flatMap(step -> normalPrices(step)
                        .filter(normal -> !review.charged().test(step.product(), normal))
                        .map(normal -> Finding.mend(step, "never-charged", normal)));
    }

    private static Stream<Finding> normalPriceIsHigher(Review review) {
        return review.steps(Offer.class)
                .flatMap(step -> normalPrices(step)
                        .filter(normal -> review.prices(step).stream().noneMatch(price -> isAbove(normal, price)))
                        .map(normal -> Finding.mend(step, "normal-price-not-higher", normal)));
    }

    /** Told rather than refused: the law asks for the 30 days before the reduction began, which may be long ago. */
    private static Stream<Finding> normalPriceIsTheLowest(Review review) {
        return review.steps(Offer.class)
                .flatMap(step -> normalPrices(step)
                        .flatMap(normal -> review.lowest().apply(step.id()).in(normal.currency()).stream()
                                .filter(lowest -> isAbove(normal, lowest))
                                .map(lowest -> Finding.look(step, "not-the-lowest", normal, lowest))));
    }

    private static Stream<Money> normalPrices(Offer step) {
        return Stream.concat(Stream.ofNullable(step.normalPrice()), step.terms().normal().amounts().stream());
    }

    private static Stream<Finding> tripwireIsSmall(Review review) {
        return review.steps(CheckoutOffer.class)
                .filter(step -> step.price() != null && isAbove(step.price(), limit(step.price())))
                .map(step -> Finding.look(step, "tripwire-above-limit", step.price(), limit(step.price())));
    }

    private static Stream<Finding> firstOfferFitsTheBook(Review review) {
        var listPrice = review.book() == null ? null : review.book().listPrice();
        if (listPrice == null) {
            return Stream.empty();
        }
        var most = new Money(listPrice.minorUnits() * FAR_ABOVE_THE_BOOK, listPrice.currency());
        return review.steps(Tripwire.class)
                .filter(step -> step.price() != null && isAbove(step.price(), most))
                .map(step -> Finding.look(step, "far-above-book", step.price(), listPrice));
    }

    private static Stream<Finding> rePitchHasAnotherPrice(Review review) {
        return review.steps(RePitch.class)
                .filter(step -> review.steps(Tripwire.class)
                        .anyMatch(first -> first.price() != null
                                && first.price().equals(step.price())
                                && first.product() != null
                                && first.product().equals(step.product())))
                .map(step -> Finding.look(step, "re-pitch-same-price", step.price()));
    }

    private static Stream<Finding> downSellIsCheaper(Review review) {
        return review.steps(DownSell.class)
                .filter(step -> step.price() != null
                        && review.steps(Offer.class)
                                .filter(refused -> step.id().equals(refused.onNo()))
                                .anyMatch(refused -> isAbove(step.price(), refused.price())
                                        || step.price().equals(refused.price())))
                .map(step -> Finding.look(step, "down-sell-not-cheaper", step.price()));
    }

    private static @Nullable Money limit(Money price) {
        var whole = TRIPWIRE_LIMIT.get(price.currency().getCurrencyCode());
        return whole == null ? null : Money.ofMajor(BigDecimal.valueOf(whole), price.currency());
    }

    private static @Nullable Money least(Money price) {
        return LeastCharge.in(price.currency()).orElse(null);
    }

    /** Unknown while either is missing or the currencies differ: then nothing is said. */
    private static boolean isAbove(@Nullable Money price, @Nullable Money other) {
        return price != null
                && other != null
                && price.currency().equals(other.currency())
                && price.isGreaterThan(other);
    }
}
