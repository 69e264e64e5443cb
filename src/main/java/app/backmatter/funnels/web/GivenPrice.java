package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.shared.Money;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader gives for an offer whose price is the reader's to choose; the price itself of all others.
 *
 * @param offer at what is given; at the least while something is wrong with that
 * @param typed absent where the price is fixed
 * @param currency three letters; empty where the price is fixed
 * @param problem a message key, whose one argument is the least; absent when all is well
 */
record GivenPrice(
        CheckoutOffer offer,
        @Nullable String typed,
        String currency,
        @Nullable String problem) {
    static GivenPrice of(CheckoutOffer offer, CheckoutForm form) {
        var suggested = offer.price();
        var least = offer.least();
        return suggested == null || least.isEmpty()
                ? new GivenPrice(offer, null, "", null)
                : of(offer, suggested, least.get(), form.amountIn(suggested.currency()));
    }

    /** Absent where the price is fixed, and while something is wrong with what was typed. */
    @Nullable
    Money amount() {
        return typed == null || problem != null ? null : offer.price();
    }

    private static GivenPrice of(CheckoutOffer offer, Money suggested, Money least, @Nullable String typed) {
        var code = suggested.currency().getCurrencyCode();
        if (typed == null) {
            return new GivenPrice(offer, suggested.typed(), code, null);
        }
        var given = read(typed, suggested.currency());
        if (given.isEmpty()) {
            return new GivenPrice(offer.at(least), typed, code, "funnels.error.amount");
        }
        return least.isGreaterThan(given.get())
                ? new GivenPrice(offer.at(least), typed, code, "funnels.error.amount.least")
                : new GivenPrice(offer.at(given.get()), typed, code, null);
    }

    private static Optional<Money> read(String typed, Currency currency) {
        return Money.parse(typed, currency).filter(PriceText::canBeAsked);
    }
}
