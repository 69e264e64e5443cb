package app.backmatter.reports;

import app.backmatter.shared.Money;
import java.util.Optional;

/**
 * A funnel as a whole.
 *
 * @param visitors of the entry page
 * @param signUps by the opt-in page; none where the funnel begins with an offer
 * @param confirmed of the sign-ups
 * @param revenue with order bumps, after refunds and taxes
 * @param refunded what went back, without its taxes
 */
public record FunnelTotals(long visitors, long signUps, long confirmed, long orders, Money revenue, Money refunded) {
    public Rate signUpRate() {
        return new Rate(signUps, visitors);
    }

    public Rate confirmedRate() {
        return new Rate(confirmed, signUps);
    }

    /** An order with all that was added to it in one click. */
    public Optional<Money> averageOrder() {
        return Tally.share(revenue, orders);
    }

    public Optional<Money> revenuePerVisitor() {
        return Tally.share(revenue, visitors);
    }
}
