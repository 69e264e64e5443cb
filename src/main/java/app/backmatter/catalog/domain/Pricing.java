package app.backmatter.catalog.domain;

import static java.util.stream.Collectors.toMap;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.time.Clock;
import java.util.Collection;
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

    /** From now on; the same price again leaves its history whole. */
    void set(ProductId product, Money price) {
        var present = prices.findByProductIdAndUntilIsNull(product.value());
        if (present.filter(now -> now.money().equals(price)).isPresent()) {
            return;
        }
        var now = clock.instant();
        present.ifPresent(old -> {
            old.end(now);
            prices.saveAndFlush(old);
        });
        prices.save(new Price(product, price, now));
    }

    Map<ProductId, Money> now(Collection<ProductId> products) {
        return prices
                .findByProductIdInAndUntilIsNull(
                        products.stream().map(ProductId::value).toList())
                .stream()
                .collect(toMap(Price::product, Price::money));
    }

    void forget(ProductId product) {
        prices.deleteByProductId(product.value());
    }
}
