package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.LineItem;
import app.backmatter.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tax on one line depends on.
 *
 * @param amount what a coupon left of the price
 * @param included whether the amount holds the tax already
 */
record TaxQuestion(@Nullable UUID account, Money amount, boolean included, String country, String postalCode) {
    static TaxQuestion of(StripeAccount account, LineItem line, BuyerAddress buyer, boolean included) {
        return new TaxQuestion(
                account.id(), line.price().minus(line.discount()), included, buyer.country(), buyer.postalCode());
    }

    boolean isOfNothing() {
        return amount.isZero();
    }
}
