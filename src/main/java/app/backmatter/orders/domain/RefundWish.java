package app.backmatter.orders.domain;

import app.backmatter.orders.OrderId;
import app.backmatter.shared.Money;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an author wants to give back of an order.
 *
 * @param parts how much of which line, lines with nothing left out
 */
public record RefundWish(OrderId order, Map<UUID, Money> parts, Terms terms) {
    /** @throws IllegalArgumentException when an amount is below zero */
    public RefundWish {
        if (parts.values().stream().anyMatch(amount -> amount.minorUnits() < 0)) {
            throw new IllegalArgumentException("A refund takes nothing");
        }
        parts = parts.entrySet().stream()
                .filter(part -> !part.getValue().isZero())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What goes with the money.
     *
     * @param attempt identifies what the author means to do once: repeated requests with it execute once
     * @param takesBack whether files that nobody pays for any more are taken back
     * @param why for the author alone
     * @param askedBy who of the workspace
     */
    public record Terms(UUID attempt, boolean takesBack, String why, String askedBy) {
        /** Of money that went back without anybody's wish here. @param reference what the processor calls that */
        static Terms elsewhere(String reference) {
            return new Terms(UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8)), false, "", "");
        }
    }
}
