package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.PaymentNews;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Acts on one of Stripe's events: it says what to look at, and Stripe is asked how that stands. */
@Component
class ActOnEvent {
    private final StripeAccounts accounts;
    private final StripeLine line;
    private final StripeBooks books;
    private final PaymentNews news;

    ActOnEvent(StripeAccounts accounts, StripeLine line, StripeBooks books, PaymentNews news) {
        this.accounts = accounts;
        this.line = line;
        this.books = books;
        this.news = news;
    }

    /** @return whether nothing is left to do; else it came too early, or Stripe is silent */
    boolean act(KeptEvent event) {
        try {
            return EventBody.of(event.body()).map(body -> act(event, body)).orElse(true);
        } catch (GatewayTimeout e) {
            return false;
        }
    }

    private boolean act(KeptEvent event, EventBody body) {
        if (StripeEventKind.isOfDispute(body.type())) {
            var dispute = talk(event).dispute(body.object());
            return dispute.charge().isEmpty() || ofCharge(event, dispute.charge(), () -> news.disputed(dispute));
        }
        if (StripeEventKind.isOfRefund(body.type())) {
            return body.charge().isEmpty() || ofCharge(event, body.charge(), () -> refunded(event, body.charge()));
        }
        return ofPayment(event, body);
    }

    /** A try that failed may leave its payment open; what else is told settles it. */
    private boolean ofPayment(KeptEvent event, EventBody body) {
        return body.payment().isEmpty()
                || heard(event, body.payment())
                || body.type().equals(StripeEventKind.FAILED);
    }

    private boolean heard(KeptEvent event, String payment) {
        return books.whereAsked(payment)
                .map(asked ->
                        !asked.by(event.account()) || WorkspaceScope.call(asked.workspace(), () -> news.heard(payment)))
                .orElse(false);
    }

    /** All of them, also when one has to wait. */
    private boolean refunded(KeptEvent event, String charge) {
        return talk(event).refundsOf(charge).stream()
                .filter(refund -> !news.refunded(refund))
                .toList()
                .isEmpty();
    }

    private boolean ofCharge(KeptEvent event, String charge, BooleanSupplier work) {
        return books.whereCharged(charge)
                .map(asked -> !asked.by(event.account()) || WorkspaceScope.call(asked.workspace(), work::getAsBoolean))
                .orElseGet(() -> isForeign(event, talk(event).paymentOf(charge)));
    }

    /** What we sold and have not heard yet that it is paid is looked at first. */
    private boolean isForeign(KeptEvent event, String payment) {
        if (!payment.isEmpty()) {
            heard(event, payment);
        }
        return payment.isEmpty();
    }

    private StripeTalk talk(KeptEvent event) {
        return line.to(accounts.named(event.account()).orElseThrow());
    }
}
