package app.backmatter.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount in minor units (cents) of one currency, which may be negative in differences.
 *
 * @throws ArithmeticException from any sum that leaves 64 bits
 * @throws IllegalArgumentException from any sum over two currencies
 */
@Embeddable
public record Money(
        @Column(name = "amount") long minorUnits,
        @Column(name = "currency") Currency currency) implements Comparable<Money> {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,3})?");

    public static Money of(long minorUnits, String currency) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads an amount in major units as a person types it.
     *
     * @throws ArithmeticException when it has more decimals than the currency
     */
    public static Money ofMajor(BigDecimal amount, Currency currency) {
        var scaled = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
        return new Money(scaled.unscaledValue().longValueExact(), currency);
    }

    /**
     * Reads what a person types: 27, 27.00, 27,50 or $27; empty when it is anything else, is below zero, is a thousand
     * million and more, or has more decimals than the currency.
     */
    public static Optional<Money> parse(String typed, Currency currency) {
        var bare = typed.replaceAll("[\\s\u00a0\\p{Sc}]|" + currency.getCurrencyCode(), "");
        if (!AMOUNT.matcher(bare).matches()) {
            return Optional.empty();
        }
        var amount = new BigDecimal(bare.replace(',', '.'));
        return amount.scale() > currency.getDefaultFractionDigits()
                ? Optional.empty()
                : Optional.of(ofMajor(amount, currency));
    }

    /** As a person types it, to be parsed again: 27 or 9.50. */
    public String typed() {
        return (isWhole() ? major().setScale(0) : major()).toPlainString();
    }

    public BigDecimal major() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), currency);
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isGreaterThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, same(other).minorUnits);
    }

    /** With the currency's sign as the locale writes it, whole amounts without decimals: $27, $9.50. */
    public String format(Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(isWhole() ? 0 : currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(major());
    }

    private boolean isWhole() {
        return major().stripTrailingZeros().scale() <= 0;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
