package app.backmatter.reports;

import app.backmatter.shared.Money;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** Numbers as people of a locale read them, and the words around them. */
public record Figures(MessageSource messages, Locale locale) {
    /** Stands where there is no number, which is not the same as none. */
    public static final String NONE = "–";

    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String money(Money money) {
        return money.format(locale);
    }

    public String money(Optional<Money> money) {
        return money.map(this::money).orElse(NONE);
    }

    /** Empty for nothing. */
    public String some(Money money) {
        return money.isZero() ? "" : money(money);
    }

    /** Below {@link Rate#ENOUGH} the two counts stand alone. */
    public RateCell rate(Rate rate) {
        if (rate.whole() == 0) {
            return new RateCell(NONE, "", false);
        }
        var counts = text("reports.counts", count(rate.part()), count(rate.whole()));
        return rate.isTooFew()
                ? new RateCell(text("reports.too-few"), counts, false)
                : new RateCell(rate.percent(locale), counts, true);
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
