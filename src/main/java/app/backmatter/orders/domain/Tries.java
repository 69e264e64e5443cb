package app.backmatter.orders.domain;

import app.backmatter.catalog.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All tries to pay one order, whatever came of them, in the order in which they began. */
final class Tries {
    /** Declined ones in an hour, so that nobody tests stolen cards here. */
    static final int MOST_DECLINES = 5;

    private final List<Payment> payments;

    Tries(List<Payment> payments) {
        this.payments = new ArrayList<>(payments);
    }

    List<Payment> all() {
        return List.copyOf(payments);
    }

    Payment get(UUID payment) {
        return payments.stream()
                .filter(known -> known.id().equals(payment))
                .findFirst()
                .orElseThrow();
    }

    /** The latest of one attempt. */
    Optional<Payment> last(UUID attempt) {
        return payments.stream()
                .filter(payment -> payment.attempt().equals(attempt))
                .max(Comparator.comparingInt(Payment::tryNumber));
    }

    boolean anyOpen() {
        return payments.stream().anyMatch(Payment::isOpen);
    }

    /** Whether the product is paid or being paid. */
    boolean have(ProductId product) {
        return payments.stream()
                .filter(payment -> payment.isCharged() || payment.isOpen())
                .flatMap(payment -> payment.lines().stream())
                .anyMatch(line -> line.product().equals(product));
    }

    boolean areTooMany(Instant now) {
        var hourAgo = now.minus(Duration.ofHours(1));
        return payments.stream()
                        .filter(payment -> payment.wasDeclinedAfter(hourAgo))
                        .count()
                >= MOST_DECLINES;
    }

    void add(Payment payment) {
        payments.add(payment);
    }

    /** Puts a payment's new standing in the place of its old one. */
    void replace(Payment payment) {
        payments.replaceAll(known -> known.id().equals(payment.id()) ? payment : known);
    }
}
