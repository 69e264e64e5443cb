package app.backmatter.funnels.passage;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.CouponAnswer;
import app.backmatter.orders.CouponAnswer.Accepted;
import app.backmatter.orders.CouponAnswer.Refused;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.Coupons;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.TaxUnknown;
import app.backmatter.orders.Taxes;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
     * @param buyer where, as far as anybody knows
     */
    public Baskets of(Reader reader, CheckoutOffer offer, String code, BuyerAddress buyer) {
        var plain = Lines.of(reader, offer, false);
        var withBump = Lines.of(reader, offer, true);
        if (code.isEmpty()) {
            // the larger one first: who was asked about all lines knows the taxes on some of them
            var all = filled(withBump, buyer, null, null);
            return new Baskets(filled(plain, buyer, null, null), all);
        }
        var passage = reader.passage();
        var answers = coupons.ask(
                code, passage.funnel().value(), passage.id().value(), passage.contact(), List.of(plain, withBump));
        return new Baskets(reduced(plain, answers.getFirst(), buyer), reduced(withBump, answers.getLast(), buyer));
    }

    private Basket reduced(List<LineItem> lines, CouponAnswer answer, BuyerAddress buyer) {
        return switch (answer) {
            case Accepted accepted -> filled(accepted.lines(), buyer, accepted.coupon(), null);
            case Refused refused -> filled(lines, buyer, null, refused);
        };
    }

    private Basket filled(
            List<LineItem> lines, BuyerAddress buyer, @Nullable CouponId coupon, @Nullable Refused refused) {
        try {
            return new Basket(taxes.on(lines, buyer), coupon, refused, null);
        } catch (TaxUnknown e) {
            return new Basket(lines, coupon, refused, e.reason());
        }
    }
}
