package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one reader buys on one way through a funnel: first on the checkout, then in one click. It exists from the first
 * try to pay; its lines are those of its charged payments. A plain object kept by {@link OrderWrites} rather than an
 * entity, because a checkout must cost few statements.
 */
final class Order {
    /** How long after the first payment the saved card may be charged in one click. */
    static final Duration ONE_CLICK = Duration.ofMinutes(60);

    /** Declined tries in an hour, so that nobody tests stolen cards here. */
    static final int MOST_DECLINES = 5;

    private final OrderId id;
    private final UUID passage;
    private final UUID funnel;
    private final Instant placedAt;
    private final List<Payment> payments;
    private Buyer buyer;
    private Source source;
    private @Nullable Paid paid;

    /** Who pays. */
    record Buyer(ContactId contact, EmailAddress email, String name) {}

    /**
     * That money came in.
     *
     * @param card as a reader knows it
     * @param savedCard the processor's name for it
     */
    record Paid(Instant at, String card, String savedCard) {}

    Order(
            OrderId id,
            UUID passage,
            UUID funnel,
            Source source,
            Instant placedAt,
            Buyer buyer,
            @Nullable Paid paid,
            List<Payment> payments) {
        this.id = id;
        this.passage = passage;
        this.funnel = funnel;
        this.source = source;
        this.placedAt = placedAt;
        this.buyer = buyer;
        this.paid = paid;
        this.payments = new ArrayList<>(payments);
    }

    /** A new order with the first try to pay it. */
    static Order place(CheckoutRequest request, Instant now) {
        var first = Payment.start(request.attempt(), 1, bodyOf(request), now);
        return new Order(
                OrderId.next(),
                request.passage(),
                request.funnel(),
                request.source(),
                now,
                buyerOf(request),
                null,
                List.of(first));
    }

    /**
     * Another request to pay the order for the first time.
     *
     * @param sameCard whether the last try was declined, or sent to the bank, a moment ago for this very card: a double
     *     click. Who comes back from the bank with another card is not sent there again.
     * @throws AttemptConflict when it is paid already or being paid, but not by this attempt for these lines
     */
    Turn pay(CheckoutRequest request, boolean sameCard, Instant now) {
        var body = bodyOf(request);
        var last = lastTry(request.attempt());
        if (last.isEmpty()) {
            refuseWhilePaying();
            return retry(request, body, 1, now);
        }
        var payment = last.get();
        return switch (payment.standing()) {
            case Standing.Started _, Standing.Charged _ -> new Turn.Answer(payment.requireFor(body));
            case Standing.NeedsAuthentication _ when sameCard && payment.isFor(body) -> new Turn.Answer(payment);
            case Standing.NeedsAuthentication _ -> new Turn.Replace(payment);
            case Standing.Declined _ when sameCard && payment.isFor(body) -> new Turn.Answer(payment);
            case Standing.Declined _ -> {
                refuseWhilePaying();
                yield retry(request, body, payment.tryNumber() + 1, now);
            }
        };
    }

    /**
     * A yes to a one-click offer. A declined one is not tried again: there is but the one saved card.
     *
     * @throws AttemptConflict when the order is not paid, has the product already, or the attempt was for another line
     */
    Turn accept(OfferRequest request, Instant now) {
        var body = new PaymentBody(buyer.contact(), List.of(request.line()));
        var known = lastTry(request.attempt());
        if (known.isPresent()) {
            return new Turn.Answer(known.get().requireFor(body));
        }
        if (paid == null || has(request)) {
            throw new AttemptConflict("Order " + id + " can't take this offer");
        }
        if (now.isAfter(paid.at().plus(ONE_CLICK))) {
            return new Turn.Refuse("offer_expired");
        }
        return ask(Payment.start(request.attempt(), 1, body, now));
    }

    /** Puts a payment's new standing in the place of its old one; the first that was charged makes the order paid. */
    void settled(Payment payment, String card, String savedCard) {
        payments.replaceAll(known -> known.id().equals(payment.id()) ? payment : known);
        if (paid == null && payment.standing() instanceof Standing.Charged charged) {
            paid = new Paid(charged.at(), card, savedCard);
        }
    }

    Order with(List<Payment> known) {
        return new Order(id, passage, funnel, source, placedAt, buyer, paid, known);
    }

    OrderId id() {
        return id;
    }

    UUID passage() {
        return passage;
    }

    UUID funnel() {
        return funnel;
    }

    Source source() {
        return source;
    }

    Instant placedAt() {
        return placedAt;
    }

    Buyer buyer() {
        return buyer;
    }

    Optional<Paid> paid() {
        return Optional.ofNullable(paid);
    }

    List<Payment> payments() {
        return List.copyOf(payments);
    }

    Payment payment(UUID paymentId) {
        return payments.stream()
                .filter(payment -> payment.id().equals(paymentId))
                .findFirst()
                .orElseThrow();
    }

    private Turn retry(CheckoutRequest request, PaymentBody body, int tryNumber, Instant now) {
        var hourAgo = now.minus(Duration.ofHours(1));
        if (payments.stream().filter(p -> p.wasDeclinedAfter(hourAgo)).count() >= MOST_DECLINES) {
            return new Turn.Refuse("too_many_tries");
        }
        buyer = buyerOf(request);
        source = request.source();
        return ask(Payment.start(request.attempt(), tryNumber, body, now));
    }

    private Turn ask(Payment payment) {
        payments.add(payment);
        return new Turn.Ask(payment);
    }

    private void refuseWhilePaying() {
        if (paid != null || payments.stream().anyMatch(Payment::isOpen)) {
            throw new AttemptConflict("Order " + id + " is paid or being paid by another attempt");
        }
    }

    private boolean has(OfferRequest request) {
        return payments.stream()
                .filter(payment -> payment.isCharged() || payment.isOpen())
                .flatMap(payment -> payment.lines().stream())
                .anyMatch(line -> line.product().equals(request.line().product()));
    }

    private Optional<Payment> lastTry(UUID attempt) {
        return payments.stream()
                .filter(payment -> payment.attempt().equals(attempt))
                .max(Comparator.comparingInt(Payment::tryNumber));
    }

    private static Buyer buyerOf(CheckoutRequest request) {
        return new Buyer(request.contact(), request.email(), request.name());
    }

    private static PaymentBody bodyOf(CheckoutRequest request) {
        return new PaymentBody(request.contact(), request.lines());
    }
}
