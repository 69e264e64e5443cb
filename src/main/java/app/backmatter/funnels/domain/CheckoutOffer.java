package app.backmatter.funnels.domain;

import app.backmatter.shared.Money;
import org.jspecify.annotations.Nullable;

/** An offer that is paid on the checkout page, where it may carry an order bump. */
public sealed interface CheckoutOffer extends Offer permits Tripwire, RePitch {
    @Nullable
    OrderBump bump();

    CheckoutOffer withoutBump();

    /** For what a reader gives who may choose. */
    CheckoutOffer at(Money given);
}
