package app.backmatter.funnels.passage;

import app.backmatter.funnels.domain.Offer;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.orders.TaxUnknown;
import app.backmatter.orders.Taxes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Works out what one click charges: the same for the page that says it and for the payment. */
@Component
public class OneClick {
    private final Taxes taxes;
    private final Orders orders;

    OneClick(Taxes taxes, Orders orders) {
        this.taxes = taxes;
        this.orders = orders;
    }

    /** @throws TaxUnknown when the tax on it can't be told */
    public LineItem line(Reader reader, Offer offer) {
        var line = Lines.of(reader, offer);
        return taxes.questions().country()
                ? taxes.on(List.of(line), buyer(reader)).getFirst()
                : line;
    }

    /** As it was said at the checkout that opened the order. */
    private BuyerAddress buyer(Reader reader) {
        var payment = reader.passage().payment();
        return payment == null
                ? BuyerAddress.UNKNOWN
                : orders.find(payment.order()).map(OrderView::address).orElse(BuyerAddress.UNKNOWN);
    }
}
