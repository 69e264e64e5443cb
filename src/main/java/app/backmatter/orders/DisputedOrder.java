package app.backmatter.orders;

import java.time.Instant;

/**
 * An order whose buyer has told the bank that a charge was wrong.
 *
 * @param number as people know the order
 * @param answerBy until when its author may say something to it
 */
public record DisputedOrder(OrderId order, long number, Instant answerBy) {}
