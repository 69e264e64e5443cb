package app.backmatter.orders.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Outbox;
import app.backmatter.orders.domain.RefundRows.Charged;
import app.backmatter.orders.payment.DisputeNews;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.orders.present.Presents;
import app.backmatter.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records how a dispute stands, with all that follows from it, in one transaction that has the order to itself: what was
 * bought is held back or given again, what the bank took is taken off the order as a refund is, the author is told. What
 * is known already changes nothing.
 */
@Component
class RecordDispute {
    private final RefundRows refunds;
    private final OrderRows orders;
    private final Disputes disputes;
    private final RecordRefund recordRefund;
    private final Entitlements entitlements;
    private final Presents presents;
    private final DisputeLetter letter;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Clock clock;

    RecordDispute(
            RefundRows refunds,
            OrderRows orders,
            Disputes disputes,
            RecordRefund recordRefund,
            Entitlements entitlements,
            Presents presents,
            DisputeLetter letter,
            Outbox outbox,
            TransactionOperations transaction,
            Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.disputes = disputes;
        this.recordRefund = recordRefund;
        this.entitlements = entitlements;
        this.presents = presents;
        this.letter = letter;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * False when it is to be told again later: the charge is not known so far, or how much the bank could take is open
     * while a refund is on its way.
     */
    boolean record(DisputeNews news) {
        return transaction.execute(status -> refunds.charged(news.charge())
                .map(disputed -> record(disputed, news, clock.instant()))
                .orElse(false));
    }

    private boolean record(Charged disputed, DisputeNews news, Instant now) {
        var refundable = refunds.lock(disputed.order());
        var known = disputes.state(news.reference());
        if (known.filter(state -> !news.state().mayFollow(state)).isPresent()) {
            return true;
        }
        if (news.state() == State.LOST && refundable.isGoingBack(disputed.payment())) {
            return false;
        }
        var paid = refundable.payment(disputed.payment());
        disputes.put(disputed, news, ofPayment(news.amount(), paid), now);
        disputes.hold(paid.id());
        if (known.filter(news.state()::equals).isEmpty()) {
            var order = orders.find(disputed.order()).orElseThrow();
            moveMoney(order, refundable, paid, news, now);
            presents.holder(paid.id(), order.buyer().contact())
                    .ifPresent(holder -> entitlements.weigh(holder, products(paid), now));
            outbox.queue(List.of(letter.of(WorkspaceScope.current(), order, news, now)));
        }
        return true;
    }

    private void moveMoney(Order order, Refundable refundable, PaidPayment paid, DisputeNews news, Instant now) {
        var terms = RefundWish.Terms.elsewhere(news.reference());
        if (news.state() == State.LOST) {
            refundable
                    .lose(paid.id(), ofPayment(news.amount(), paid), terms, Refund.Giver.BANK, now)
                    .ifPresent(lost -> recordRefund.gone(order, lost, news.reference(), now));
        } else {
            refundable.refunds().stream()
                    .filter(refund -> refund.isOf(terms.attempt()) && refund.isDone())
                    .forEach(lost -> recordRefund.undo(order, lost, "dispute_won", now));
        }
    }

    /** A bank may count in the money of its own country: then all of the payment is disputed. */
    private static Money ofPayment(Money amount, PaidPayment paid) {
        return amount.currency().equals(paid.amount().currency()) && !amount.isGreaterThan(paid.amount())
                ? amount
                : paid.amount();
    }

    private static List<ProductId> products(PaidPayment paid) {
        return paid.lines().stream().map(line -> line.item().product()).toList();
    }
}
