package app.backmatter.orders;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Takes money, in the workspace in scope. Must be called outside of a transaction: an attempt is stored before the
 * processor is asked and its outcome after, so that a process killed in between is settled by asking the processor.
 */
@Service
public class Checkout {
    /**
     * Pays for a new order. The same attempt again answers as the first time.
     *
     * @throws AttemptConflict when the attempt is known with other lines, or the passage has a paid order already
     */
    public PaymentOutcome pay(CheckoutRequest request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Charges a one-click offer to the saved card.
     *
     * @throws AttemptConflict when the attempt is known with another line
     */
    public PaymentOutcome accept(OfferRequest request) {
        throw new UnsupportedOperationException();
    }

    /** How an attempt went so far, asking the processor again if that is not known yet. */
    public Optional<PaymentOutcome> outcome(UUID attempt) {
        throw new UnsupportedOperationException();
    }
}
