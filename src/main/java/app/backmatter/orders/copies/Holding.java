package app.backmatter.orders.copies;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a copy must know of an entitlement.
 *
 * @param buyer the name on its order; empty when there is none, or somebody else paid for it
 * @param order the order's number; absent for a gift
 */
record Holding(
        UUID entitlement,
        ContactId contact,
        ProductId product,
        String buyer,
        @Nullable Long order,
        Instant since) {}
