package app.backmatter.funnels.domain;

import app.backmatter.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Who pays in another currency than the author's is offered the rest of the funnel, too. */
final class CurrencyGuards {
    private CurrencyGuards() {}

    static List<Review.Guard> all() {
        return List.of(CurrencyGuards::bumpsGoAlong, CurrencyGuards::offersGoAlong);
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
