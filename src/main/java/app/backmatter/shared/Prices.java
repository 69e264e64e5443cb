package app.backmatter.shared;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What something costs in several currencies: one amount in each. */
public record Prices(List<Money> amounts) {
    public static final Prices NONE = new Prices(List.of());

    /** @throws IllegalArgumentException when two are in one currency */
    public Prices {
        amounts = List.copyOf(amounts);
        if (amounts.stream().map(Money::currency).distinct().count() < amounts.size()) {
            throw new IllegalArgumentException("Two prices in one currency: " + amounts);
        }
    }

    public static Prices of(Money... amounts) {
        return new Prices(List.of(amounts));
    }

    public Optional<Money> in(Currency currency) {
        return amounts.stream()
                .filter(amount -> amount.currency().equals(currency))
                .findFirst();
    }

    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    /** With these instead in the listed currencies, and as before in all others. */
    public Prices changed(Collection<Currency> listed, Prices others) {
        return new Prices(Stream.concat(
                        amounts.stream().filter(amount -> !listed.contains(amount.currency())),
                        others.amounts.stream().filter(amount -> listed.contains(amount.currency())))
                .toList());
    }
}
