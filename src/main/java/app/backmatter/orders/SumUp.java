package app.backmatter.orders;

import app.backmatter.orders.Sum.Kind;
import app.backmatter.shared.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what stands below the things of a bill: the same on the checkout, the receipt and in its letter. */
@Component
public class SumUp {
    private final MessageSource messages;

    SumUp(MessageSource messages) {
        this.messages = messages;
    }

    /** @param coupon that reduced it; empty for none */
    public List<Sum> of(Totals totals, String coupon, Locale locale) {
        var sums = new ArrayList<Sum>();
        if (!totals.discount().isZero()) {
            sums.add(sum(Kind.BEFORE, say("orders.sum.discount", locale, coupon), minus(totals.discount()), locale));
        }
        totals.taxes().stream()
                .filter(tax -> !tax.included())
                .forEach(tax -> sums.add(sum(Kind.BEFORE, name(tax, locale), tax.amount(), locale)));
        sums.add(sum(Kind.TOTAL, say("orders.sum.total", locale), totals.charged(), locale));
        totals.taxes().stream()
                .filter(Tax::included)
                .forEach(tax -> sums.add(
                        sum(Kind.WITHIN, say("orders.sum.included", locale, name(tax, locale)), tax.amount(), locale)));
        return sums;
    }

    /** Of money that went back: what of it was tax stands within. */
    public List<Sum> back(MoneyBack back, Locale locale) {
        var taxes = new LinkedHashMap<String, Money>();
        back.lines().stream()
                .filter(line -> !line.tax().isZero())
                .forEach(line -> taxes.merge(name(line.line().tax(), locale), line.tax(), Money::plus));
        var sums = new ArrayList<Sum>();
        sums.add(sum(Kind.TOTAL, say("orders.sum.back", locale), back.amount(), locale));
        taxes.forEach((name, tax) -> sums.add(sum(Kind.WITHIN, say("orders.sum.included", locale, name), tax, locale)));
        return sums;
    }

    private static Sum sum(Kind kind, String label, Money amount, Locale locale) {
        return new Sum(kind, label, amount.format(locale).replace('-', '\u2212'));
    }

    private static Money minus(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }

    private static String name(Tax tax, Locale locale) {
        return tax.name() + " " + tax.rate(locale);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
