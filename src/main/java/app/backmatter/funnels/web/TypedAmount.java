package app.backmatter.funnels.web;

import app.backmatter.shared.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a reader gives who may choose, as it was typed.
 *
 * @param text absent when it was not asked for
 * @param currency in which it was asked for, three letters; empty when it was not
 */
record TypedAmount(@Nullable String text, String currency) {
    static final TypedAmount NONE = new TypedAmount(null, "");

    static TypedAmount of(@Nullable Money given) {
        return given == null
                ? NONE
                : new TypedAmount(given.typed(), given.currency().getCurrencyCode());
    }

    boolean isThere() {
        return text != null;
    }

    boolean isIn(Currency asked) {
        return currency.equals(asked.getCurrencyCode());
    }

    /** Absent when it was not asked for, and of what is no amount. */
    @Nullable
    Money money() {
        return text == null
                ? null
                : Money.parse(text, Currency.getInstance(currency)).orElse(null);
    }
}
