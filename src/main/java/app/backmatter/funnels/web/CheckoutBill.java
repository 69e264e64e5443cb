package app.backmatter.funnels.web;

import app.backmatter.funnels.passage.Basket;
import app.backmatter.orders.TaxUnknown;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout comes to, with and without its tick box.
 *
 * @param refusal why the typed code takes nothing off, if it does not
 */
record CheckoutBill(
        Basket plain,
        Basket withBump,
        boolean bump,
        @Nullable Refusal refusal) {
    /** @param amount that the message speaks of; empty for most */
    record Refusal(String messageKey, String amount) {}

    Basket chosen() {
        return bump ? withBump : plain;
    }

    /** Why it is without its taxes, if it is; nothing may be charged then. */
    TaxUnknown.@Nullable Reason untaxed() {
        return plain.untaxed() == null ? withBump.untaxed() : plain.untaxed();
    }

    /** Whether something that was typed keeps it from being paid. */
    boolean isToBeMended() {
        return refusal != null || untaxed() == TaxUnknown.Reason.NO_SUCH_PLACE;
    }

    /** The same for a reader who did not type the refused code, and need not take it out. */
    CheckoutBill withoutRefusal() {
        return new CheckoutBill(plain, withBump, bump, null);
    }

    /** The totals that its page shows, to be sent back with the form. */
    String shown() {
        return plain.totals().charged().currency() + " " + charged(plain) + " " + charged(withBump);
    }

    /**
     * Whether somebody who sends this saw what is to be charged. The prices themselves stay as they were published.
     *
     * @param sent with the form; empty when nothing came with it
     */
    boolean wasShown(String sent) {
        return sent.isEmpty() ? isAtItsPrices() : sent.equals(shown());
    }

    private boolean isAtItsPrices() {
        var totals = chosen().totals();
        return totals.charged().equals(totals.prices());
    }

    private static long charged(Basket basket) {
        return basket.totals().charged().minorUnits();
    }
}
