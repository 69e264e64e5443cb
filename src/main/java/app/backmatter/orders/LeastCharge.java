package app.backmatter.orders;

import app.backmatter.shared.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** The least that card payments are taken for. */
public final class LeastCharge {
    /** In minor units. */
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("USD", 50L),
            Map.entry("EUR", 50L),
            Map.entry("GBP", 30L),
            Map.entry("CHF", 50L),
            Map.entry("CAD", 50L),
            Map.entry("AUD", 50L),
            Map.entry("NZD", 50L),
            Map.entry("SEK", 300L),
            Map.entry("NOK", 300L),
            Map.entry("DKK", 250L),
            Map.entry("PLN", 200L),
            Map.entry("CZK", 1500L),
            Map.entry("HUF", 17_500L),
            Map.entry("JPY", 50L),
            Map.entry("INR", 50L),
            Map.entry("BRL", 50L),
            Map.entry("MXN", 1000L),
            Map.entry("SGD", 50L),
            Map.entry("HKD", 400L));

    private LeastCharge() {}

    /** Unknown for some currencies. */
    public static Optional<Money> in(Currency currency) {
        return Optional.ofNullable(LEAST.get(currency.getCurrencyCode())).map(least -> new Money(least, currency));
    }

    /** Whether a card is charged so little. */
    public static boolean allows(Money amount) {
        return amount.minorUnits() > 0
                && in(amount.currency())
                        .filter(least -> least.isGreaterThan(amount))
                        .isEmpty();
    }
}
