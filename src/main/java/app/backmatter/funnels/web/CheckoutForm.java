package app.backmatter.funnels.web;

import app.backmatter.funnels.passage.TypedCheckout;
import app.backmatter.orders.TypedCard;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * A checkout as it is shown: what was typed, the card apart.
 *
 * @param errors message keys by field
 */
record CheckoutForm(String email, String name, boolean bump, Map<String, String> errors) {
    private static final int LONGEST_NAME = 120;

    static CheckoutForm of(TypedCheckout typed) {
        return new CheckoutForm(typed.email(), typed.name(), typed.withBump(), Map.of());
    }

    static CheckoutForm of(HttpServletRequest request) {
        return new CheckoutForm(
                EntryForm.parameter(request, "email").strip(),
                EntryForm.parameter(request, "name").strip(),
                request.getParameter("bump") != null,
                Map.of());
    }

    /** The same with what is wrong with it and with the card. */
    CheckoutForm checked(TypedCard card, YearMonth now) {
        var found = new HashMap<String, String>();
        if (EmailAddress.parse(email).isEmpty()) {
            found.put("email", email.isEmpty() ? "funnels.error.email.missing" : "funnels.error.email");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            found.put("name", "funnels.error.card-name");
        }
        card.problems(now).forEach(problem -> found.putIfAbsent(problem.field(), problem.messageKey()));
        return new CheckoutForm(email, name, bump, found);
    }

    TypedCheckout typed() {
        return new TypedCheckout(email, name, bump);
    }

    static TypedCard card(HttpServletRequest request) {
        return new TypedCard(
                EntryForm.parameter(request, "number"),
                EntryForm.parameter(request, "expiry"),
                EntryForm.parameter(request, "cvc"));
    }
}
