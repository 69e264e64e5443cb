package app.backmatter.orders;

import app.backmatter.shared.Money;
import java.util.Objects;

/**
 * What goes back of one line that was paid.
 *
 * @param amount with the tax
 * @param tax what of the amount was tax
 * @param own what of the amount the author had earned, in the workspace's own currency at the rate of the sale
 */
public record RefundedLine(LineItem line, Money amount, Money tax, Money own) {
    /** One that was stored before there were rates is in the workspace's own currency. */
    public RefundedLine {
        own = Objects.requireNonNullElseGet(own, () -> amount.minus(tax));
    }

    /** What the author earned with it and does not any more, as the reader had paid it. */
    public Money earned() {
        return amount.minus(tax);
    }
}
