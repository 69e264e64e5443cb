package app.backmatter.orders.domain;

import app.backmatter.orders.LineItem;
import app.backmatter.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A charged payment, as far as money can go back of it.
 *
 * @param charge the processor's id of it
 * @param disputed what the reader's bank holds or took back
 */
record PaidPayment(UUID id, String charge, Instant at, Money amount, Money disputed, List<PaidLine> lines) {
    /** @param own what was earned with it, in the workspace's own currency */
    record PaidLine(UUID id, LineItem item, Money own) {
        Money charged() {
            return item.charged();
        }

        Money nothing() {
            return Money.zero(item.price().currency());
        }

        /** This line's share in amounts by line. */
        Money of(Map<UUID, Money> parts) {
            return parts.getOrDefault(id, nothing());
        }
    }

    Money nothing() {
        return Money.zero(amount.currency());
    }

    /** This payment's share in amounts by line. */
    Money sum(Map<UUID, Money> parts) {
        return lines.stream().map(line -> line.of(parts)).reduce(nothing(), Money::plus);
    }

    PaidLine line(UUID line) {
        return lines.stream().filter(own -> own.id().equals(line)).findFirst().orElseThrow();
    }
}
