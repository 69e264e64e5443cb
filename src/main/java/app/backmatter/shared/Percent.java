package app.backmatter.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a whole in basis points: 1900 is 19 %. */
public record Percent(int basisPoints) {
    private static final Pattern TYPED = Pattern.compile("([0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%?");

    /** Reads what a person types: 19, 5.5, 7,25 or 19%; empty when it is anything else, or has three decimals. */
    public static Optional<Percent> parse(String typed) {
        var match = TYPED.matcher(typed.strip());
        return match.matches()
                ? Optional.of(new Percent(new BigDecimal(match.group(1).replace(',', '.'))
                        .movePointRight(2)
                        .intValueExact()))
                : Optional.empty();
    }

    /** This part of an amount, half a minor unit rounded up. */
    public Money of(Money amount) {
        return share(amount, 10_000);
    }

    /** What of an amount is there since this part was added to it: 19 of 119, half a minor unit rounded up. */
    public Money within(Money amount) {
        return share(amount, 10_000 + basisPoints);
    }

    /** As a person types it, to be parsed again: 19 or 5.5. */
    public String typed() {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    /** 19%, 5,5 % as the locale writes it. */
    public String format(Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(BigDecimal.valueOf(basisPoints, 4));
    }

    private Money share(Money amount, int whole) {
        var part = BigDecimal.valueOf(amount.minorUnits())
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
        return new Money(part.longValueExact(), amount.currency());
    }
}
