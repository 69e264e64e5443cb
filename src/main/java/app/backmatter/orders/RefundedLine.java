package app.backmatter.orders;

import app.backmatter.shared.Money;

/**
 * What goes back of one line that was paid.
 *
 * @param amount with the tax
 * @param tax what of the amount was tax
 */
public record RefundedLine(LineItem line, Money amount, Money tax) {
    /** What the author earned with it and does not any more: reports take this off. */
    public Money earned() {
        return amount.minus(tax);
    }
}
