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
 * @param typed none where the price is fixed
 * @param problem a message key, whose one argument is the least; absent when all is well
 */
record GivenPrice(
        CheckoutOffer offer, TypedAmount typed, @Nullable String problem) {
    static GivenPrice of(CheckoutOffer offer, CheckoutForm form) {
        var suggested = offer.price();
        var least = offer.least();
        return suggested == null || least.isEmpty()
                ? new GivenPrice(offer, TypedAmount.NONE, null)
                : of(offer, suggested, least.get(), form.amount());
    }

    /** Absent where the price is fixed, and while something is wrong with what was typed. */
    @Nullable
    Money amount() {
        return !typed.isThere() || problem != null ? null : offer.price();
    }

    private static GivenPrice of(CheckoutOffer offer, Money suggested, Money least, TypedAmount typed) {
        var text = typed.text();
        if (text == null || !typed.isIn(suggested.currency())) {
            return new GivenPrice(offer, TypedAmount.of(suggested), null);
        }
        var given = read(text, suggested.currency());
        if (given.isEmpty()) {
            return new GivenPrice(offer.at(least), typed, "funnels.error.amount");
        }
        return least.isGreaterThan(given.get())
                ? new GivenPrice(offer.at(least), typed, "funnels.error.amount.least")
                : new GivenPrice(offer.at(given.get()), typed, null);
    }

    private static Optional<Money> read(String typed, Currency currency) {
        return Money.parse(typed, currency).filter(PriceText::canBeAsked);
    }
}
