package app.backmatter.orders.domain;

import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
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

    private final OrderId id;
    private final UUID passage;
    private final UUID funnel;
    private final Instant placedAt;
    private final Tries tries;
    private Buyer buyer;
    private Source source;
    private ExchangeRate rate;
    private @Nullable Paid paid;

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
            ExchangeRate rate,
            @Nullable Paid paid,
            List<Payment> payments) {
        this.id = id;
        this.passage = passage;
        this.funnel = funnel;
        this.source = source;
        this.placedAt = placedAt;
        this.buyer = buyer;
        this.rate = rate;
        this.paid = paid;
        this.tries = new Tries(payments);
    }

    /** A new order with the first try to pay it. */
    static Order place(CheckoutRequest request, Instant now) {
        var first = Payment.start(request.attempt(), 1, PaymentBody.of(request), now);
        return new Order(
                OrderId.next(),
                request.passage(),
                request.funnel(),
                request.source(),
                now,
                Buyer.of(request),
                ExchangeRate.same(first.amount().currency()),
                null,
                List.of(first));
    }

    /**
     * Another request to pay the order for the first time.
     *
     * @param sameCard whether the last try was declined, or sent to the bank, a moment ago for this very card: a double
     *     click. Who comes back from the bank with another card is not sent there again; who types it on the
     *     processor's page goes on there.
     * @throws AttemptConflict when it is paid already or being paid, but not by this attempt for these lines
     */
    Turn pay(CheckoutRequest request, boolean sameCard, Instant now) {
        var body = PaymentBody.of(request);
        var last = tries.last(request.attempt());
        if (last.isEmpty()) {
            refuseWhilePaying();
            return retry(request, body, 1, now);
        }
        var payment = last.get();
        return switch (payment.standing()) {
            case Standing.Started _, Standing.Charged _ -> new Turn.Answer(payment.requireFor(body));
            case Standing.NeedsAuthentication _
            when (sameCard || request.card() == null) && payment.isFor(body) -> new Turn.Answer(payment);
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
     * @throws AttemptConflict when the order is not paid, is in another currency, has the product already, or the attempt
     *     was for another line
     */
    Turn accept(OfferRequest request, Instant now) {
        var body = new PaymentBody(buyer.contact(), List.of(request.line()));
        var known = tries.last(request.attempt());
        if (known.isPresent()) {
            return new Turn.Answer(known.get().requireFor(body));
        }
        if (paid == null
                || !isIn(body.amount().currency())
                || tries.have(request.line().product())) {
            throw new AttemptConflict("Order " + id + " can't take this offer");
        }
        if (now.isAfter(paid.at().plus(ONE_CLICK))) {
            return new Turn.Refuse("offer_expired");
        }
        return ask(Payment.start(request.attempt(), 1, body, now));
    }

    /** Counts in the workspace's own currency as on this day. Once something is paid the order keeps its rate. */
    Order at(ExchangeRate today) {
        if (paid == null) {
            rate = today;
        }
        return this;
    }

    /** Puts a payment's new standing in the place of its old one; the first that was charged makes the order paid. */
    void settled(Payment payment, String card, String savedCard) {
        tries.replace(payment);
        if (paid == null && payment.standing() instanceof Standing.Charged charged) {
            paid = new Paid(charged.at(), card, savedCard);
        }
    }

    Order with(List<Payment> known) {
        return new Order(id, passage, funnel, source, placedAt, buyer, rate, paid, known);
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

    /** Of its currency to the workspace's own. */
    ExchangeRate rate() {
        return rate;
    }

    Optional<Paid> paid() {
        return Optional.ofNullable(paid);
    }

    List<Payment> payments() {
        return tries.all();
    }

    Payment payment(UUID paymentId) {
        return tries.get(paymentId);
    }

    private boolean isIn(Currency currency) {
        return rate.from().equals(currency);
    }

    private Turn retry(CheckoutRequest request, PaymentBody body, int tryNumber, Instant now) {
        if (tries.areTooMany(now)) {
            return new Turn.Refuse("too_many_tries");
        }
        buyer = Buyer.of(request);
        source = request.source();
        return ask(Payment.start(request.attempt(), tryNumber, body, now));
    }

    private Turn ask(Payment payment) {
        tries.add(payment);
        return new Turn.Ask(payment);
    }

    private void refuseWhilePaying() {
        if (paid != null || tries.anyOpen()) {
            throw new AttemptConflict("Order " + id + " is paid or being paid by another attempt");
        }
    }
}
