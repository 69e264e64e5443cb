package app.backmatter.orders;

import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import java.util.Currency;
import java.util.Locale;

/**
 * The tax on one line.
 *
 * @param included whether the price holds it already; else it is charged on top
 * @param basisPoints its rate: 1900 is 19 %
 * @param name as the receipt calls it, such as {@code VAT}; empty where there is none
 */
public record Tax(Money amount, boolean included, int basisPoints, String name) {
    public Tax {
        if (amount.minorUnits() < 0 || basisPoints < 0) {
            throw new IllegalArgumentException("A tax takes nothing off");
        }
    }

    public static Tax none(Currency currency) {
        return new Tax(Money.zero(currency), false, 0, "");
    }

    /** 19%, 5.5 % as the locale writes it. */
    public String rate(Locale locale) {
        return new Percent(basisPoints).format(locale);
    }

    /** What the buyer pays beside the price. */
    public Money onTop() {
        return included ? Money.zero(amount.currency()) : amount;
    }
}
