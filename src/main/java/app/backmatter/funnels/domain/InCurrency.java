package app.backmatter.funnels.domain;

import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked in whatever currency, of which an author types but some: an offer that asks the product's own price asks it
 * in every currency that the product has one in.
 *
 * @param own the product's own price in the author's currency
 * @param others the product's own prices in other currencies
 */
record InCurrency(Money own, Prices others) {
    static InCurrency of(ProductSnapshot product) {
        return new InCurrency(product.price(), product.others());
    }

    /**
     * @param asked in the author's currency
     * @param typed in others
     */
    Optional<Money> price(Currency currency, @Nullable Money asked, Prices typed) {
        if (asked == null || asked.currency().equals(currency)) {
            return Optional.ofNullable(asked);
        }
        return typed.in(currency)
                .or(() -> asked.equals(own) ? others.in(currency) : Optional.empty())
                .filter(price -> !price.isZero());
    }

    /** In every currency that there is a price in, the author's first; empty while there is none. */
    List<Money> prices(@Nullable Money asked, Prices typed) {
        return asked == null
                ? List.of()
                : Stream.of(Stream.of(asked), typed.amounts().stream(), others.amounts().stream())
                        .flatMap(each -> each)
                        .map(Money::currency)
                        .distinct()
                        .flatMap(currency -> price(currency, asked, typed).stream())
                        .toList();
    }
}
