package app.backmatter.pages;

import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Prices in other currencies than the workspace's own as an author types them, in one field for each currency; all may stay
 * empty.
 *
 * @param field what the fields' names begin with: the one in euros is {@code price-EUR}
 */
public record TypedPrices(String field, List<Row> rows) {

    /**
     * One field.
     *
     * @param price as it is understood; absent when it is empty, or wrong
     * @param problem a message key whose argument is the currency; absent when all is well
     */
    public record Row(
            String name,
            Currency currency,
            String typed,
            @Nullable Money price,
            @Nullable String problem) {
        public boolean isWrong() {
            return problem != null;
        }

        private Row with(String other) {
            return new Row(name, currency, typed, price, other);
        }
    }

    /** As they are. */
    public static TypedPrices of(String field, List<Currency> currencies, Prices prices) {
        return new TypedPrices(
                field,
                currencies.stream()
                        .map(currency -> prices.in(currency)
                                .map(price -> new Row(name(field, currency), currency, price.typed(), price, null))
                                .orElseGet(() -> new Row(name(field, currency), currency, "", null, null)))
                        .toList());
    }

    /** @param possible what any price has to be beside being one */
    public static TypedPrices read(
            String field, List<Currency> currencies, Predicate<Money> possible, HttpServletRequest request) {
        return new TypedPrices(
                field,
                currencies.stream()
                        .map(currency -> row(field, currency, possible, request))
                        .toList());
    }

    /** The same with a problem where nothing was typed in a currency that needs a price. */
    public TypedPrices needing(Predicate<Currency> needed, String problem) {
        return new TypedPrices(
                field,
                rows.stream()
                        .map(row -> row.typed().isEmpty() && needed.test(row.currency()) ? row.with(problem) : row)
                        .toList());
    }

    public boolean areEmpty() {
        return rows.stream().allMatch(row -> row.typed().isEmpty());
    }

    public boolean areWrong() {
        return rows.stream().anyMatch(Row::isWrong);
    }

    /** Of fields that are not wrong. */
    public Prices prices() {
        return new Prices(rows.stream()
                .flatMap(row -> Optional.ofNullable(row.price()).stream())
                .toList());
    }

    private static Row row(String field, Currency currency, Predicate<Money> possible, HttpServletRequest request) {
        var name = name(field, currency);
        var typed = Typed.line(request.getParameter(name));
        var price = Money.parse(typed, currency).filter(possible).orElse(null);
        var isNone = price == null && !typed.isEmpty();
        return new Row(name, currency, typed, price, isNone ? "layout.error.other-price" : null);
    }

    private static String name(String field, Currency currency) {
        return field + "-" + currency;
    }
}
