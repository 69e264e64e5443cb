package app.backmatter.orders.coupon;

import app.backmatter.shared.Money;

/**
 * A code and what came of it.
 *
 * @param times payments that were charged with it
 * @param brought what they came to, one-click offers apart, after refunds
 */
public record CouponFigures(Coupon coupon, long times, Money brought) {}
