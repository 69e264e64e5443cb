package app.backmatter.orders.web;

import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.OrderDetails;
import app.backmatter.orders.domain.OrderDetails.Details;
import app.backmatter.orders.domain.OrderViews;
import app.backmatter.orders.domain.PreviewRefund.Preview;
import app.backmatter.orders.domain.RefundViews;
import app.backmatter.orders.domain.RefundViews.Refunding;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together the pages on which money is given back. */
@Component
class RefundPage {
    private final OrderDetails details;
    private final OrderViews orders;
    private final RefundViews refunds;

    RefundPage(OrderDetails details, OrderViews orders, RefundViews refunds) {
        this.details = details;
        this.orders = orders;
        this.refunds = refunds;
    }

    /**
     * An order whose money may go back.
     *
     * @param number absent while it is not paid; so is what is left of its total
     */
    record Refunded(
            OrderId id, @Nullable Long number, @Nullable Money net, Details details, Refunding refunding) {
        /** Empty once the person was erased: then nobody is told. */
        public String email() {
            return details.email().isErased() ? "" : details.email().value();
        }
    }

    /** @throws NotFound when there is none in the workspace in scope */
    Refunded order(OrderId id) {
        var paid = orders.find(id);
        return new Refunded(
                id,
                paid.map(order -> order.number()).orElse(null),
                paid.map(order -> order.net()).orElse(null),
                details.find(id).orElseThrow(NotFound::new),
                refunds.of(id));
    }

    ModelAndView form(Refunded order, RefundForm form, HttpStatus status) {
        return new ModelAndView("orders/refunds/new", status)
                .addObject("order", order)
                .addObject("form", form);
    }

    ModelAndView review(Refunded order, RefundForm form, Preview preview) {
        return new ModelAndView("orders/refunds/review")
                .addObject("order", order)
                .addObject("form", form)
                .addObject("preview", preview);
    }
}
