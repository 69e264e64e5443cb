package app.backmatter.funnels.web;

import app.backmatter.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An offer's price as an author types it: more than nothing, and at most a million. */
final class PriceText {
    private static final BigDecimal MOST = new BigDecimal("1000000");

    private PriceText() {}

    static String of(@Nullable Money price) {
        return price == null ? "" : price.typed();
    }

    /** Absent for an empty field, and for one that is no price, which gets its error. */
    static @Nullable Money read(String typed, Currency currency, String field, Errors errors) {
        if (typed.isBlank()) {
            return null;
        }
        var price = Money.parse(typed, currency).filter(PriceText::canBeAsked);
        if (price.isEmpty()) {
            errors.rejectValue(field, "funnels.error.price");
        }
        return price.orElse(null);
    }

    static boolean canBeAsked(Money price) {
        return !price.isZero() && price.major().compareTo(MOST) <= 0;
    }
}
