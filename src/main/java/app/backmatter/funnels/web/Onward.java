package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.orders.Checkout;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sends a reader to where a payment waits: the processor's page, or the bank's. To another site by a page that goes on by
 * itself rather than by a redirect, which browsers refuse to follow from a form: our content policy lets forms lead nowhere
 * else, and nobody knows beforehand which addresses a bank leads through.
 */
@Component
class Onward {
    private final Checkout checkout;

    Onward(Checkout checkout) {
        this.checkout = checkout;
    }

    /** @param address from the first slash, or whole */
    ModelAndView to(String address, Reader reader, Offer offer) {
        return address.startsWith("/")
                ? PublicPages.seeOther(address)
                : waiting(address, reader, offer).addObject("goesOn", true);
    }

    /** The same without going on by itself. */
    ModelAndView waiting(String address, Reader reader, Offer offer) {
        return PublicPages.page("onward", reader).addObject("address", address).addObject("where", where(offer));
    }

    /** A message key's part. */
    private String where(Offer offer) {
        return offer instanceof CheckoutOffer && !checkout.asksForCard() ? "page" : "bank";
    }
}
