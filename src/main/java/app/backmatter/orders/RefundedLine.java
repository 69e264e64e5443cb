package app.backmatter.orders;

import app.backmatter.shared.Money;

/**
 * What goes back of one line that was paid.
 *
 * @param amount with the tax
 * @param tax what of the amount was tax
 * @param own what of the amount the author had earned, in the workspace's own currency at the rate of the sale
 */
public record RefundedLine(LineItem line, Money amount, Money tax, Money own) {
    /** What the author earned with it and does not any more, as the reader had paid it. */
    public Money earned() {
        return amount.minus(tax);
    }
}
