package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.payment.PaymentNews;
import org.springframework.stereotype.Component;

/** Acts on one of Stripe's events: it says what to look at, and Stripe is asked how that stands. */
@Component
class ActOnEvent {
    private final StripeBooks books;
    private final PaymentNews news;

    ActOnEvent(StripeBooks books, PaymentNews news) {
        this.books = books;
        this.news = news;
    }

    /** @return whether nothing is left to do; else it came too early, or Stripe is silent */
    boolean act(KeptEvent event) {
        return EventBody.of(event.body())
                .map(body -> body.payment().isEmpty() || ofPayment(event, body))
                .orElse(true);
    }

    /** A try that failed may leave its payment open; what else is told settles it. */
    private boolean ofPayment(KeptEvent event, EventBody body) {
        return books.whereAsked(body.payment())
                .map(asked -> !asked.by(event.account())
                        || WorkspaceScope.call(asked.workspace(), () -> news.heard(body.payment()))
                        || body.type().equals(StripeEventKind.FAILED))
                .orElse(false);
    }
}
