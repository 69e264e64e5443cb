package app.backmatter.orders;

/**
 * A paid order whose money was to go back and did not, which nobody has looked after since.
 *
 * @param number as people know the order
 */
public record RefusedRefund(OrderId order, long number) {}
