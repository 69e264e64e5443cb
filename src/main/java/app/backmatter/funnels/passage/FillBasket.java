package app.backmatter.funnels.passage;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.orders.CouponAnswer.Accepted;
import app.backmatter.orders.CouponAnswer.Refused;
import app.backmatter.orders.Coupons;
import org.springframework.stereotype.Component;

/** Works out what a checkout charges for: the same for the page that shows it and for the payment. */
@Component
public class FillBasket {
    private final Coupons coupons;

    FillBasket(Coupons coupons) {
        this.coupons = coupons;
    }

    /** @param code as typed; empty for none */
    public Basket of(Reader reader, CheckoutOffer offer, boolean withBump, String code) {
        var lines = Lines.of(reader, offer, withBump);
        if (code.isEmpty()) {
            return new Basket(lines, null, null);
        }
        var passage = reader.passage();
        var answer = coupons.ask(code, passage.funnel().value(), passage.id().value(), passage.contact(), lines);
        return switch (answer) {
            case Accepted accepted -> new Basket(accepted.lines(), accepted.coupon(), null);
            case Refused refused -> new Basket(lines, null, refused);
        };
    }
}
