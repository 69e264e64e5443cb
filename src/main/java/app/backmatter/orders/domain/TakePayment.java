package app.backmatter.orders.domain;

import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeRequest.Means;
import app.backmatter.orders.payment.ChargeResult;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The process from a request to pay to its outcome: store, ask the processor, record. */
@Component
public class TakePayment {
    private final StartPayment start;
    private final AskProcessor processor;
    private final RecordOutcome outcome;
    private final AwaitPayment await;
    private final SettlePayment settle;
    private final TriedCards tried;
    private final OrderRows rows;

    TakePayment(
            StartPayment start,
            AskProcessor processor,
            RecordOutcome outcome,
            AwaitPayment await,
            SettlePayment settle,
            TriedCards tried,
            OrderRows rows) {
        this.start = start;
        this.processor = processor;
        this.outcome = outcome;
        this.await = await;
        this.settle = settle;
        this.tried = tried;
        this.rows = rows;
    }

    public PaymentOutcome pay(CheckoutRequest request) {
        var started = start.first(request);
        if (started.turn() instanceof Turn.Replace(Payment payment)
                && !settle.giveUp(payment.id()).isOpen()) {
            started = start.first(request);
        }
        var order = started.order();
        return switch (started.turn()) {
            case Turn.Ask(Payment payment) -> {
                var result = processor.charge(payment, request.contact(), means(request), request.returnPath());
                result.filter(answer -> !(answer instanceof ChargeResult.Charged))
                        .ifPresent(answer -> tried.remember(request));
                yield record(order, payment, result);
            }
            case Turn.Answer(Payment payment) -> {
                var settled = await.settled(payment);
                // the processor's page has closed meanwhile: this click is for another one
                yield request.card() == null && settled.wasAbandoned() ? pay(request) : shown(order.id(), settled);
            }
            case Turn.Replace(Payment payment) -> shown(order.id(), payment);
            case Turn.Refuse(String reason) -> new PaymentOutcome.Declined(order.id(), reason);
        };
    }

    public PaymentOutcome accept(OfferRequest request) {
        var started = start.offer(request);
        var order = started.order();
        return switch (started.turn()) {
            case Turn.Ask(Payment payment) -> {
                var saved = new Means.SavedCard(order.paid().orElseThrow().savedCard());
                yield record(
                        order,
                        payment,
                        processor.charge(payment, order.buyer().contact(), saved, request.returnPath()));
            }
            case Turn.Answer(Payment payment) -> shown(order.id(), await.settled(payment));
            case Turn.Replace(Payment payment) -> shown(order.id(), payment);
            case Turn.Refuse(String reason) -> new PaymentOutcome.Declined(order.id(), reason);
        };
    }

    public Optional<PaymentOutcome> outcome(UUID attempt) {
        return rows.lastTry(attempt).map(payment -> {
            var order = rows.findByPayment(payment).orElseThrow();
            return shown(order.id(), settle.settle(payment));
        });
    }

    public Optional<PaymentOutcome> known(UUID attempt) {
        return rows.lastTry(attempt).map(payment -> {
            var order = rows.findByPayment(payment).orElseThrow();
            return shown(order.id(), order.payment(payment));
        });
    }

    private static Means means(CheckoutRequest request) {
        return request.card() == null
                ? new Means.HostedPage(request.email(), request.lines())
                : new Means.NewCard(request.card());
    }

    private PaymentOutcome record(Order order, Payment payment, Optional<ChargeResult> result) {
        return shown(
                order.id(),
                result.map(answer -> outcome.record(order, payment, answer)).orElse(payment));
    }

    private static PaymentOutcome shown(OrderId order, Payment payment) {
        return switch (payment.standing()) {
            case Standing.Charged _ -> new PaymentOutcome.Paid(order);
            case Standing.Declined(String reason, var _)
            when reason.equals(ChargeRequest.RELEASED) -> new PaymentOutcome.Released(order);
            case Standing.Declined(String reason, var _) -> new PaymentOutcome.Declined(order, reason);
            case Standing.NeedsAuthentication(String url) -> new PaymentOutcome.AuthenticationRequired(order, url);
            case Standing.Started _ -> new PaymentOutcome.Unsettled(order, payment.attempt());
        };
    }
}
