package app.backmatter.funnels.passage;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.orders.CouponAnswer;
import app.backmatter.orders.CouponAnswer.Accepted;
import app.backmatter.orders.CouponAnswer.Refused;
import app.backmatter.orders.Coupons;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.Taxes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Works out what a checkout charges for: the same for the page that shows it and for the payment. */
@Component
public class FillBasket {
    private final Coupons coupons;
    private final Taxes taxes;

    FillBasket(Coupons coupons, Taxes taxes) {
        this.coupons = coupons;
        this.taxes = taxes;
    }

    /**
     * @param code as typed; empty for none
     * @param country of the buyer, two letters; empty while nobody knows
     */
    public Baskets of(Reader reader, CheckoutOffer offer, String code, String country) {
        var plain = Lines.of(reader, offer, false);
        var withBump = Lines.of(reader, offer, true);
        if (code.isEmpty()) {
            return new Baskets(untouched(plain, country), untouched(withBump, country));
        }
        var passage = reader.passage();
        var answers = coupons.ask(
                code, passage.funnel().value(), passage.id().value(), passage.contact(), List.of(plain, withBump));
        return new Baskets(reduced(plain, answers.getFirst(), country), reduced(withBump, answers.getLast(), country));
    }

    private Basket untouched(List<LineItem> lines, String country) {
        return new Basket(taxes.on(lines, country), null, null);
    }

    private Basket reduced(List<LineItem> lines, CouponAnswer answer, String country) {
        return switch (answer) {
            case Accepted accepted -> new Basket(taxes.on(accepted.lines(), country), accepted.coupon(), null);
            case Refused refused -> new Basket(taxes.on(lines, country), null, refused);
        };
    }
}
