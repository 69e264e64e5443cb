package app.backmatter.orders.coupon;

import app.backmatter.orders.OrderId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One use of a code.
 *
 * @param number of the order; absent while its payment is open
 * @param off what the code took off
 * @param amount what was charged with it, or is to be
 */
public record CouponUse(
        OrderId order, @Nullable Long number, EmailAddress email, String name, Instant at, Money off, Money amount) {}
