package app.backmatter.admin.web;

import app.backmatter.reports.Rate;
import app.backmatter.shared.Money;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/** Numbers as the console writes them. The counts beside a rate say how far it can be trusted. */
final class Figures {
    static final String NONE = "–";
    private static final Locale LOCALE = Locale.ENGLISH;

    private Figures() {}

    static String count(long number) {
        return NumberFormat.getIntegerInstance(LOCALE).format(number);
    }

    static String percent(Rate rate) {
        return rate.whole() == 0 ? NONE : rate.percent(LOCALE);
    }

    static String money(Money money) {
        return money.format(LOCALE);
    }

    static String money(Optional<Money> money) {
        return money.map(Figures::money).orElse(NONE);
    }
}
