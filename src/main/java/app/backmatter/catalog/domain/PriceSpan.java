package app.backmatter.catalog.domain;

import app.backmatter.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a product had a price.
 *
 * @param until absent for the price now
 */
public record PriceSpan(
        Money price, Instant since, @Nullable Instant until) {}
