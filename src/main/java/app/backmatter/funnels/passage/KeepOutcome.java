package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.orders.Orders;
import app.backmatter.orders.PaymentOutcome;
import java.time.Clock;
import java.util.Currency;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what came of a payment at once, so that the next page knows. The event of the payment does it again for
 * whoever never came back.
 */
@Component
public class KeepOutcome {
    private static final String TOO_LATE = "offer_expired";

    private final Passages passages;
    private final OfferAnswers answers;
    private final Orders orders;
    private final Clock clock;

    KeepOutcome(Passages passages, OfferAnswers answers, Orders orders, Clock clock) {
        this.passages = passages;
        this.answers = answers;
        this.orders = orders;
        this.clock = clock;
    }

    /** The outcome of an attempt that was begun before, asked for when the reader came back. */
    @Transactional
    public void of(Reader reader, Offer offer, PaymentOutcome outcome) {
        if (!(offer instanceof CheckoutOffer)) {
            ofOneClick(reader, offer, outcome);
        } else if (outcome instanceof PaymentOutcome.Paid paid) {
            orders.find(paid.order())
                    .ifPresent(order -> ofCheckout(
                            reader, offer, order.contact(), order.total().currency(), outcome));
        }
    }

    @Transactional
    void ofCheckout(Reader reader, Offer offer, ContactId buyer, Currency currency, PaymentOutcome outcome) {
        if (outcome instanceof PaymentOutcome.Paid paid) {
            passages.pay(reader.passage(), paid.order(), buyer, currency, clock.instant());
            answers.record(reader.passage(), offer.id(), OfferAnswer.ACCEPTED, clock.instant());
        }
    }

    @Transactional
    void ofOneClick(Reader reader, Offer offer, PaymentOutcome outcome) {
        switch (outcome) {
            case PaymentOutcome.Paid _ -> record(reader, offer, OfferAnswer.ACCEPTED);
            case PaymentOutcome.Released _ -> record(reader, offer, OfferAnswer.HAS_IT);
            case PaymentOutcome.Declined declined
            when !declined.reason().equals(TOO_LATE) -> record(reader, offer, OfferAnswer.CARD_DECLINED);
            default -> {}
        }
    }

    private void record(Reader reader, Offer offer, OfferAnswer answer) {
        answers.record(reader.passage(), offer.id(), answer, clock.instant());
    }
}
