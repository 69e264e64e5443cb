package app.backmatter.orders.domain;

import app.backmatter.catalog.Currencies;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.CouponRefusal;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.coupon.CouponUses;
import app.backmatter.orders.present.Presents;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.ExchangeRate;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Stores a try to pay before the processor is asked, or finds that the same was asked before. */
@Component
class StartPayment {
    private final OrderRows rows;
    private final OrderWrites writes;
    private final TriedCards tried;
    private final CouponUses coupons;
    private final Currencies currencies;
    private final Presents presents;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** A turn and the order that it belongs to. */
    record Started(Order order, Turn turn) {}

    StartPayment(
            OrderRows rows,
            OrderWrites writes,
            TriedCards tried,
            CouponUses coupons,
            Currencies currencies,
            Presents presents,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.tried = tried;
        this.coupons = coupons;
        this.currencies = currencies;
        this.presents = presents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Nearly every order is new and costs one statement; only what is repeated is looked up and locked. */
    Started first(CheckoutRequest request) {
        var order = Order.place(request, clock.instant()).at(rate(request));
        if (request.coupon() != null || request.present() != null) {
            return transaction.execute(status -> withMore(request, order, status));
        }
        return writes.add(order)
                ? new Started(order, new Turn.Ask(order.payments().getFirst()))
                : transaction.execute(status -> again(request));
    }

    /** The order comes before the coupon in every transaction, so that none waits for another in a circle. */
    private Started withMore(CheckoutRequest request, Order fresh, TransactionStatus status) {
        var started = writes.add(fresh)
                ? new Started(fresh, new Turn.Ask(fresh.payments().getFirst()))
                : again(request);
        if (!(started.turn() instanceof Turn.Ask(Payment payment))) {
            keepDay(request, started.turn());
            return started;
        }
        if (request.present() != null) {
            presents.add(payment.id(), request.present());
        }
        var refusal = take(request, payment);
        if (refusal.isEmpty()) {
            return started;
        }
        status.setRollbackOnly();
        return new Started(started.order(), new Turn.Refuse(refusal.get().reason()));
    }

    private void keepDay(CheckoutRequest request, Turn turn) {
        if (request.present() != null
                && turn instanceof Turn.Answer(Payment payment)
                && payment.standing() instanceof Standing.NeedsAuthentication) {
            presents.move(payment.id(), request.present());
        }
    }

    private Optional<CouponRefusal> take(CheckoutRequest request, Payment payment) {
        return request.coupon() == null
                ? Optional.empty()
                : coupons.take(request.coupon(), payment.id(), request.passage(), request.contact(), clock.instant());
    }

    Started offer(OfferRequest request) {
        return transaction.execute(status -> {
            var order = rows.lock(request.order()).orElseThrow(NotFound::new);
            return store(order, order.accept(request, clock.instant()));
        });
    }

    private Started again(CheckoutRequest request) {
        var order = rows.lockByPassage(request.passage()).orElseThrow();
        var turn = order.pay(request, tried.knows(request), clock.instant());
        return store(turn instanceof Turn.Ask ? order.at(rate(request)) : order, turn);
    }

    /** Without one it counts in its own currency, which reports tell apart instead of adding it up. */
    private ExchangeRate rate(CheckoutRequest request) {
        var currency = request.lines().getFirst().price().currency();
        return currencies.rate(currency).orElseGet(() -> ExchangeRate.same(currency));
    }

    private Started store(Order order, Turn turn) {
        if (turn instanceof Turn.Ask(Payment payment)) {
            writes.add(order, payment);
        }
        return new Started(order, turn);
    }
}
