package app.backmatter.reports.web;

import app.backmatter.reports.Rate;
import app.backmatter.shared.Money;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** Numbers as people of a workspace's locale read them. */
record Figures(MessageSource messages, Locale locale) {
    static final String NONE = "–";

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String money(Money money) {
        return money.format(locale);
    }

    String money(Optional<Money> money) {
        return money.map(this::money).orElse(NONE);
    }

    RateCell rate(Rate rate) {
        if (rate.whole() == 0) {
            return new RateCell(NONE, "");
        }
        var counts = text("reports.counts", count(rate.part()), count(rate.whole()));
        return new RateCell(rate.isTooFew() ? text("reports.too-few") : rate.percent(locale), counts);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
