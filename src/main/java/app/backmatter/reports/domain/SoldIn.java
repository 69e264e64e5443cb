package app.backmatter.reports.domain;

import app.backmatter.shared.Money;

/**
 * What was sold in one currency, after refunds and taxes.
 *
 * @param sold as readers paid it
 * @param worth the same in the workspace's own currency, at the rate of each sale
 */
public record SoldIn(long orders, Money sold, Money worth) {
    /** Whether the workspace counts in another currency. */
    public boolean isForeign() {
        return !sold.currency().equals(worth.currency());
    }
}
