package app.backmatter.orders;

import app.backmatter.orders.domain.TakePayment;
import app.backmatter.orders.payment.CardEntry;
import app.backmatter.orders.payment.PaymentGateway;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Takes money, in the workspace in scope. Must be called outside of a transaction: an attempt is stored before the
 * processor is asked and its outcome after, so that a process killed in between is settled by asking the processor.
 */
@Service
public class Checkout {
    private final TakePayment takePayment;
    private final PaymentGateway gateway;

    Checkout(TakePayment takePayment, PaymentGateway gateway) {
        this.takePayment = takePayment;
        this.gateway = gateway;
    }

    /** Whether readers of the workspace in scope type their card with us; else the processor's own page takes it. */
    public boolean asksForCard() {
        return gateway.cardEntry() == CardEntry.FORM;
    }

    /**
     * Pays for a new order. The same attempt again answers as the first time; after a decline it is tried anew if the
     * card or the lines are others.
     *
     * @throws AttemptConflict when the attempt is known with other lines, or another attempt pays or paid for the passage
     * @throws IllegalArgumentException when the lines cost nothing, or the return path leads elsewhere
     */
    public PaymentOutcome pay(CheckoutRequest request) {
        return takePayment.pay(request);
    }

    /**
     * Charges a one-click offer to the saved card, up to 60 minutes after the first payment: after that the outcome is
     * declined for {@code offer_expired}.
     *
     * @throws AttemptConflict when the attempt is known with another line, or the order is not paid or has the product
     */
    public PaymentOutcome accept(OfferRequest request) {
        return takePayment.accept(request);
    }

    /** How an attempt went so far, asking the processor again if that is not known yet. */
    public Optional<PaymentOutcome> outcome(UUID attempt) {
        return takePayment.outcome(attempt);
    }

    /** How an attempt went as far as is known here; asks no processor, so that it may be asked where nothing may wait. */
    public Optional<PaymentOutcome> known(UUID attempt) {
        return takePayment.known(attempt);
    }
}
