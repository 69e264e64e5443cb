package app.backmatter.funnels.domain;

import app.backmatter.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Who pays in another currency than the author's is offered the rest of the funnel, too. */
final class CurrencyGuards {
    private CurrencyGuards() {}

    static List<Review.Guard> all() {
        return List.of(
                CurrencyGuards::salesCount,
                CurrencyGuards::leastInEach,
                CurrencyGuards::bumpsGoAlong,
                CurrencyGuards::offersGoAlong);
    }

    /** Prices stay as they are when the workspace counts in another currency from now on. */
    private static Stream<Finding> salesCount(Review review) {
        return review.steps(Offer.class)
                .flatMap(step -> Stream.ofNullable(step.price()))
                .map(Money::currency)
                .distinct()
                .filter(currency -> !review.counts().test(currency))
                .map(currency -> new Finding(Finding.Weight.PLEASE_LOOK, "not-counted", List.of(currency), null));
    }

    private static Stream<Finding> leastInEach(Review review) {
        return review.steps(CheckoutOffer.class)
                .flatMap(step -> review.allPrices(step).stream()
                        .map(Money::currency)
                        .filter(currency -> !step.terms().allow(currency))
                        .map(currency -> Finding.look(step, "no-least-in", currency)));
    }

    private static Stream<Finding> bumpsGoAlong(Review review) {
        return review.steps(CheckoutOffer.class)
                .filter(step -> step.bump() != null)
                .flatMap(step -> others(review, step)
                        .filter(currency -> !isIn(review.bump(step), currency))
                        .map(currency -> Finding.look(step, "bump-not-in", currency)));
    }

    private static Stream<Finding> offersGoAlong(Review review) {
        var paidIn = review.steps(CheckoutOffer.class)
                .flatMap(step -> others(review, step))
                .distinct()
                .toList();
        return review.steps(Offer.class)
                .filter(step -> !(step instanceof CheckoutOffer) && step.price() != null)
                .flatMap(step -> paidIn.stream()
                        .filter(currency -> !isIn(review.prices(step), currency))
                        .map(currency -> Finding.look(step, "offer-not-in", currency)));
    }

    /** In which a checkout can be paid beside the author's. */
    private static Stream<Currency> others(Review review, Offer step) {
        return review.prices(step).stream().skip(1).map(Money::currency);
    }

    private static boolean isIn(List<Money> prices, Currency currency) {
        return prices.stream().anyMatch(price -> price.currency().equals(currency));
    }
}
