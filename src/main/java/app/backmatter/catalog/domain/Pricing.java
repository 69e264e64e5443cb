package app.backmatter.catalog.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What products cost now and cost before. */
@Service
@Transactional
public class Pricing {
    private final PriceRepository prices;
    private final Clock clock;

    Pricing(PriceRepository prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    public List<PriceSpan> history(ProductId product) {
        return prices.findByProductIdOrderBySinceDesc(product.value()).stream()
                .map(Price::span)
                .toList();
    }

    /** From now on, in its currency; the same price again leaves its history whole. */
    void set(ProductId product, Money price) {
        var present = prices.findByProductIdAndCurrencyAndUntilIsNull(product.value(), price.currency());
        if (present.filter(now -> now.money().equals(price)).isPresent()) {
            return;
        }
        var now = clock.instant();
        present.ifPresent(old -> end(old, now));
        prices.save(new Price(product, price, now));
    }

    /** In these currencies, of which those without a price have none any more. Others stay as they are. */
    void set(ProductId product, Collection<Currency> currencies, Prices others) {
        for (var currency : currencies) {
            others.in(currency)
                    .ifPresentOrElse(
                            price -> set(product, price),
                            () -> prices.findByProductIdAndCurrencyAndUntilIsNull(product.value(), currency)
                                    .ifPresent(old -> end(old, clock.instant())));
        }
    }

    /** In each currency one, the oldest first. */
    Map<ProductId, List<Money>> now(Collection<ProductId> products) {
        return prices
                .findByProductIdInAndUntilIsNullOrderBySince(
                        products.stream().map(ProductId::value).toList())
                .stream()
                .collect(groupingBy(Price::product, mapping(Price::money, toList())));
    }

    private void end(Price price, Instant at) {
        price.end(at);
        prices.saveAndFlush(price);
    }

    void forget(ProductId product) {
        prices.deleteByProductId(product.value());
    }
}
