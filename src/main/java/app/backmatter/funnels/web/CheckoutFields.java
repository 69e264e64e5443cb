package app.backmatter.funnels.web;

import app.backmatter.funnels.passage.TypedPresent;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.TypedCard;
import app.backmatter.pages.Countries;
import app.backmatter.pages.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Reads the fields of a checkout that take more than one parameter, or a rule. */
final class CheckoutFields {
    private static final int LONGEST_COUPON = 40;

    private CheckoutFields() {}

    /** In capitals, as codes are; nothing longer or stranger is one, and is shown as far as it may be. */
    static String coupon(HttpServletRequest request) {
        var typed = Typed.line(EntryForm.parameter(request, "coupon")).toUpperCase(Locale.ROOT);
        return typed.substring(0, Math.min(typed.length(), LONGEST_COUPON));
    }

    static BuyerAddress buyer(HttpServletRequest request) {
        var country = EntryForm.parameter(request, "country");
        return new BuyerAddress(
                Countries.isOne(country) ? country : "",
                Typed.line(request.getParameter("postalCode")),
                Typed.text(request.getParameter("address")));
    }

    static TypedAmount amount(HttpServletRequest request) {
        var text = request.getParameter("amount");
        return text == null
                ? TypedAmount.NONE
                : new TypedAmount(Typed.line(text), Typed.line(request.getParameter("amountIn")));
    }

    static TypedPresent present(HttpServletRequest request) {
        return new TypedPresent(
                request.getParameter("present") != null,
                EntryForm.parameter(request, "presentEmail").strip(),
                Typed.line(request.getParameter("presentName")),
                Typed.text(request.getParameter("presentMessage")),
                EntryForm.parameter(request, "presentOn").strip());
    }

    static TypedCard card(HttpServletRequest request) {
        return new TypedCard(
                EntryForm.parameter(request, "number"),
                EntryForm.parameter(request, "expiry"),
                EntryForm.parameter(request, "cvc"));
    }
}
