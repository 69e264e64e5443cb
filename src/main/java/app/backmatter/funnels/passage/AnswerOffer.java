package app.backmatter.funnels.passage;

import app.backmatter.funnels.OfferDeclined;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.orders.TaxUnknown;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The reader's yes in one click, or no. Only to an offer that stands; an answer to any other changes nothing. */
@Component
public class AnswerOffer {
    private final Ways ways;
    private final OfferAnswers answers;
    private final OneClick oneClick;
    private final Checkout checkout;
    private final Attribution attribution;
    private final KeepOutcome keepOutcome;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AnswerOffer(
            Ways ways,
            OfferAnswers answers,
            OneClick oneClick,
            Checkout checkout,
            Attribution attribution,
            KeepOutcome keepOutcome,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.ways = ways;
        this.answers = answers;
        this.oneClick = oneClick;
        this.checkout = checkout;
        this.attribution = attribution;
        this.keepOutcome = keepOutcome;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Charges the saved card. Empty when the offer does not stand, or was answered in another window meanwhile.
     *
     * @throws TaxUnknown when the tax on it can't be told: then nothing is charged
     */
    public Optional<PaymentOutcome> yes(Reader reader, Offer offer) {
        var payment = reader.passage().payment();
        if (payment == null || ways.of(reader).present().filter(offer::equals).isEmpty()) {
            return Optional.empty();
        }
        try {
            var outcome = checkout.accept(new OfferRequest(
                    reader.attempt(offer), payment.order(), oneClick.line(reader, offer), reader.paymentPath(offer)));
            keepOutcome.ofOneClick(reader, offer, outcome);
            return Optional.of(outcome);
        } catch (AttemptConflict e) {
            return Optional.empty();
        }
    }

    public void no(Reader reader, Offer offer) {
        if (!ways.of(reader).isOffered(offer)) {
            return;
        }
        var passage = reader.passage();
        var at = clock.instant();
        transactions.executeWithoutResult(status -> {
            if (answers.record(passage, offer.id(), OfferAnswer.DECLINED, at)) {
                events.publishEvent(new OfferDeclined(
                        passage.workspace(),
                        passage.funnel(),
                        passage.revision(),
                        offer.id(),
                        passage.id(),
                        attribution.of(reader, offer),
                        at));
            }
        });
    }
}
