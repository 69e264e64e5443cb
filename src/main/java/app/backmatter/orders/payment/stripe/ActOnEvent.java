package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.PaymentNews;
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
            return EventBody.of(event.body())
                    .map(body -> body.type().startsWith(StripeEventKind.DISPUTE)
                            ? ofDispute(event, body)
                            : ofPayment(event, body))
                    .orElse(true);
        } catch (GatewayTimeout e) {
            return false;
        }
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

    private boolean ofDispute(KeptEvent event, EventBody body) {
        var talk = line.to(accounts.named(event.account()).orElseThrow());
        var dispute = talk.dispute(body.object());
        return books.whereCharged(dispute.charge())
                .map(asked -> !asked.by(event.account())
                        || WorkspaceScope.call(asked.workspace(), () -> news.disputed(dispute)))
                .orElseGet(() -> isForeign(event, talk.paymentOf(dispute.charge())));
    }

    /** What we sold and have not heard yet that it is paid is looked at first. */
    private boolean isForeign(KeptEvent event, String payment) {
        if (!payment.isEmpty()) {
            heard(event, payment);
        }
        return payment.isEmpty();
    }
}
