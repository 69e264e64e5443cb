package app.backmatter.funnels.web;

import app.backmatter.funnels.passage.TypedCheckout;
import app.backmatter.orders.TypedCard;
import app.backmatter.pages.Typed;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A checkout as it is shown: what was typed, the card apart.
 *
 * @param errors message keys by field
 */
record CheckoutForm(String email, String name, boolean bump, String coupon, Map<String, String> errors) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_COUPON = 40;

    static CheckoutForm of(TypedCheckout typed) {
        return new CheckoutForm(typed.email(), typed.name(), typed.withBump(), typed.coupon(), Map.of());
    }

    static CheckoutForm of(HttpServletRequest request) {
        return new CheckoutForm(
                EntryForm.parameter(request, "email").strip(),
                EntryForm.parameter(request, "name").strip(),
                request.getParameter("bump") != null,
                coupon(request),
                Map.of());
    }

    /** The same with the code that the address of the page brings, if it does. */
    CheckoutForm broughtTo(HttpServletRequest request) {
        var brought = coupon(request);
        return brought.isEmpty() ? this : new CheckoutForm(email, name, bump, brought, errors);
    }

    /** The same with what is wrong with it, where the card is typed elsewhere. */
    CheckoutForm checked() {
        return new CheckoutForm(email, name, bump, coupon, problems());
    }

    /** The same with what is wrong with it and with the card. */
    CheckoutForm checked(TypedCard card, YearMonth now) {
        var found = problems();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            found.put("name", "funnels.error.card-name");
        }
        card.problems(now).forEach(problem -> found.putIfAbsent(problem.field(), problem.messageKey()));
        return new CheckoutForm(email, name, bump, coupon, found);
    }

    TypedCheckout typed() {
        return new TypedCheckout(email, name, bump, coupon);
    }

    static TypedCard card(HttpServletRequest request) {
        return new TypedCard(
                EntryForm.parameter(request, "number"),
                EntryForm.parameter(request, "expiry"),
                EntryForm.parameter(request, "cvc"));
    }

    private Map<String, String> problems() {
        var found = new HashMap<String, String>();
        if (EmailAddress.parse(email).isEmpty()) {
            found.put("email", email.isEmpty() ? "funnels.error.email.missing" : "funnels.error.email");
        }
        return found;
    }

    /** In capitals, as codes are; nothing longer or stranger is one, and is shown as far as it may be. */
    private static String coupon(HttpServletRequest request) {
        var typed = Typed.line(EntryForm.parameter(request, "coupon")).toUpperCase(Locale.ROOT);
        return typed.substring(0, Math.min(typed.length(), LONGEST_COUPON));
    }
}
