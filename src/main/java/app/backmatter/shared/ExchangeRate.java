package app.backmatter.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What one unit of a currency comes to in another.
 *
 * @param rate of whole units as people say them: euros, not cents
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal rate) {
    /** @throws IllegalArgumentException when it is not above zero, or a currency would be worth something else than itself */
    public ExchangeRate {
        rate = rate.stripTrailingZeros();
        if (rate.signum() <= 0 || (from.equals(to) && rate.compareTo(BigDecimal.ONE) != 0)) {
            throw new IllegalArgumentException("No rate of %s to %s: %s".formatted(from, to, rate));
        }
    }

    /** Of a currency to itself. */
    public static ExchangeRate same(Currency currency) {
        return new ExchangeRate(currency, currency, BigDecimal.ONE);
    }

    /** @param rate as {@link #ofMinorUnits()} tells it */
    public static ExchangeRate ofMinorUnits(Currency from, Currency to, BigDecimal rate) {
        return new ExchangeRate(from, to, rate.movePointLeft(shift(from, to)));
    }

    /** What one minor unit comes to in minor units: 0.65 where a yen is 0.0065 dollars. */
    public BigDecimal ofMinorUnits() {
        return rate.movePointRight(shift(from, to));
    }

    /**
     * Half a minor unit rounded up.
     *
     * @throws IllegalArgumentException when the amount is in another currency than this is from
     */
    public Money of(Money amount) {
        if (!amount.currency().equals(from)) {
            throw new IllegalArgumentException("A rate of " + from + " says nothing of " + amount.currency());
        }
        var worth =
                BigDecimal.valueOf(amount.minorUnits()).multiply(ofMinorUnits()).setScale(0, RoundingMode.HALF_UP);
        return new Money(worth.longValueExact(), to);
    }

    private static int shift(Currency from, Currency to) {
        return to.getDefaultFractionDigits() - from.getDefaultFractionDigits();
    }
}
