package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.Offer;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A currency that a reader can pay in.
 *
 * @param name in whole words of the page's language, such as {@code Euro}
 * @param chosen whether prices are in it now
 */
record CurrencyChoice(String code, String name, boolean chosen) {
    /** Empty where there is no choice. */
    static List<CurrencyChoice> of(List<Currency> currencies, Offer offer, Locale locale) {
        return currencies.size() < 2
                ? List.of()
                : currencies.stream()
                        .map(currency -> of(currency, offer, locale))
                        .toList();
    }

    private static CurrencyChoice of(Currency currency, Offer offer, Locale locale) {
        return new CurrencyChoice(
                currency.getCurrencyCode(),
                currency.getDisplayName(locale),
                offer.price() != null && offer.price().currency().equals(currency));
    }
}
