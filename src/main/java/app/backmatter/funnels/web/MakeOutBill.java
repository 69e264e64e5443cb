package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.FillBasket;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.orders.CouponAnswer.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the totals of a checkout, once for each request, and lets nobody guess codes by it. */
@Component
class MakeOutBill {
    private final FillBasket baskets;
    private final CodeTries tries;

    MakeOutBill(FillBasket baskets, CodeTries tries) {
        this.baskets = baskets;
        this.tries = tries;
    }

    CheckoutBill of(Reader reader, CheckoutOffer offer, CheckoutForm form, HttpServletRequest request) {
        if (!offer.takesCodes()) {
            return bill(reader, offer, form, "", null);
        }
        if (!form.coupon().isEmpty() && !tries.areLeft(request)) {
            return bill(reader, offer, form, "", new CheckoutBill.Refusal("funnels.checkout.code.tries", ""));
        }
        var bill = bill(reader, offer, form, form.coupon(), null);
        var refused = bill.chosen().refused();
        return refused == null ? bill : refused(reader, offer, form, refused, request);
    }

    /** Without the code, which turned out to take nothing off when it was to be paid with. */
    CheckoutBill refused(
            Reader reader, CheckoutOffer offer, CheckoutForm form, Refused refused, HttpServletRequest request) {
        tries.count(request, refused.reason());
        return bill(reader, offer, form, "", refusal(reader, refused));
    }

    private CheckoutBill bill(
            Reader reader,
            CheckoutOffer offer,
            CheckoutForm form,
            String code,
            CheckoutBill.@Nullable Refusal refusal) {
        var filled = baskets.of(reader, offer, code, form.buyer());
        return new CheckoutBill(filled.plain(), filled.withBump(), form.bump(), refusal);
    }

    private static CheckoutBill.Refusal refusal(Reader reader, Refused refused) {
        var amount = refused.amount();
        return new CheckoutBill.Refusal(
                refused.reason().messageKey(),
                amount == null ? "" : amount.format(reader.content().locale()));
    }
}
