package app.backmatter.funnels.web;

import app.backmatter.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A price as an author types it: 27, 9.50 or 9,50, with or without the currency's sign. */
final class PriceText {
    private static final BigDecimal MOST = new BigDecimal("1000000");

    private PriceText() {}

    static String of(@Nullable Money price) {
        if (price == null) {
            return "";
        }
        var major = price.major();
        return (major.stripTrailingZeros().scale() <= 0 ? major.setScale(0) : major).toPlainString();
    }

    /** Absent for an empty field, and for one that is no price, which gets its error. */
    static @Nullable Money read(String typed, Currency currency, String field, Errors errors) {
        var plain = typed.replaceAll("[\\s\\p{Sc}]|" + currency.getCurrencyCode(), "")
                .replace(',', '.');
        if (plain.isEmpty()) {
            return null;
        }
        try {
            var amount = new BigDecimal(plain);
            if (!plain.matches("[0-9.]{1,12}") || amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
                throw new NumberFormatException(plain);
            }
            return Money.ofMajor(amount, currency);
        } catch (ArithmeticException | NumberFormatException e) {
            errors.rejectValue(field, "funnels.error.price");
            return null;
        }
    }
}
