package app.backmatter.funnels.passage;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.PassageId;
import app.backmatter.mail.Sequences;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.Orders;
import app.backmatter.orders.PaymentReceived;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps up with payments, also those that were settled long after the reader had left. A repetition changes nothing. */
@Component
class FollowPayment {
    private final Passages passages;
    private final OfferAnswers answers;
    private final Revisions revisions;
    private final FollowUp followUp;
    private final Sequences sequences;
    private final Orders orders;
    private final TransactionTemplate transactions;

    FollowPayment(
            Passages passages,
            OfferAnswers answers,
            Revisions revisions,
            FollowUp followUp,
            Sequences sequences,
            Orders orders,
            TransactionTemplate transactions) {
        this.passages = passages;
        this.answers = answers;
        this.revisions = revisions;
        this.followUp = followUp;
        this.sequences = sequences;
        this.orders = orders;
        this.transactions = transactions;
    }

    @Async
    @TransactionalEventListener
    void on(PaymentReceived payment) {
        WorkspaceScope.run(
                payment.workspace(),
                () -> passages.find(payment.workspace(), new PassageId(payment.passage()))
                        .ifPresent(passage -> transactions.executeWithoutResult(status -> follow(passage, payment))));
    }

    private void follow(Passage passage, PaymentReceived payment) {
        passages.pay(
                passage, payment.order(), payment.contact(), payment.amount().currency(), payment.at());
        payment.lines().stream()
                .filter(line -> line.kind() != OfferKind.ORDER_BUMP)
                .forEach(line -> answers.record(passage, line.step(), OfferAnswer.ACCEPTED, payment.at()));
        stopPitchToSignedUpAddress(passage, payment);
        if (isForTheBuyer(payment)) {
            followUp.enterBuyers(
                    passage, revisions.get(passage.workspace(), passage.revision()), payment.contact(), payment.at());
        }
    }

    /** Letters that help a buyer on would puzzle who gave all of it away. */
    private boolean isForTheBuyer(PaymentReceived payment) {
        return !payment.first() || orders.present(payment.order()).isEmpty();
    }

    /** The order stops the pitch to the buyer; who paid under another address than at the sign-up is one person, too. */
    private void stopPitchToSignedUpAddress(Passage passage, PaymentReceived payment) {
        if (passage.contact() != null && !passage.contact().equals(payment.contact())) {
            var products = payment.lines().stream()
                    .map(LineItem::product)
                    .map(product -> product.value())
                    .toList();
            sequences.stopPitch(passage.contact(), products, payment.at());
        }
    }
}
