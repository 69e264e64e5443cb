package app.backmatter.funnels.web;

import app.backmatter.funnels.passage.TypedCheckout;
import app.backmatter.funnels.passage.TypedPresent;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.Taxes.Questions;
import app.backmatter.orders.TypedCard;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * A checkout as it is shown: what was typed, the card apart.
 *
 * @param buyer with a country that there is, or none
 * @param errors message keys by field
 */
record CheckoutForm(
        String email,
        String name,
        boolean bump,
        String coupon,
        BuyerAddress buyer,
        TypedAmount amount,
        TypedPresent present,
        Map<String, String> errors) {
    private static final int LONGEST_NAME = 120;

    static CheckoutForm of(TypedCheckout typed) {
        return new CheckoutForm(
                typed.email(),
                typed.name(),
                typed.withBump(),
                typed.coupon(),
                typed.address(),
                TypedAmount.of(typed.given()),
                typed.present(),
                Map.of());
    }

    static CheckoutForm of(HttpServletRequest request) {
        return new CheckoutForm(
                EntryForm.parameter(request, "email").strip(),
                EntryForm.parameter(request, "name").strip(),
                request.getParameter("bump") != null,
                CheckoutFields.coupon(request),
                CheckoutFields.buyer(request),
                CheckoutFields.amount(request),
                CheckoutFields.present(request),
                Map.of());
    }

    /** The same with what the address of the page brings, and the country that the browser suggests. */
    CheckoutForm broughtTo(HttpServletRequest request, Questions asked) {
        var code = CheckoutFields.coupon(request);
        var given = CheckoutFields.amount(request);
        return new CheckoutForm(
                email,
                name,
                bump || request.getParameter("bump") != null,
                code.isEmpty() ? coupon : code,
                buyer.country().isEmpty() && asked.country() ? buyer.in(BrowserCountry.of(request)) : buyer,
                given.isThere() ? given : amount,
                present.wantedIf(request.getParameter("present") != null),
                errors);
    }

    /** The same where the code that it was brought with takes nothing off. */
    CheckoutForm withoutCoupon() {
        return new CheckoutForm(email, name, bump, "", buyer, amount, present, errors);
    }

    /** The same with what the reader gives, and what is wrong with that. */
    CheckoutForm giving(GivenPrice given) {
        return new CheckoutForm(
                email,
                name,
                bump,
                coupon,
                buyer,
                given.typed(),
                present,
                given.problem() == null ? Map.of() : Map.of("amount", given.problem()));
    }

    /** The same with what is wrong with the present. */
    CheckoutForm checkedPresent(LocalDate today) {
        var found = new HashMap<>(errors);
        found.putAll(present.problems(today));
        return with(found);
    }

    /** The same with what is wrong with it, where the card is typed elsewhere. */
    CheckoutForm checked(Questions asked) {
        return with(problems(asked));
    }

    /** The same with what is wrong with it and with the card. */
    CheckoutForm checked(TypedCard card, YearMonth now, Questions asked) {
        var found = problems(asked);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            found.put("name", "funnels.error.card-name");
        }
        card.problems(now).forEach(problem -> found.putIfAbsent(problem.field(), problem.messageKey()));
        return with(found);
    }

    /** The same, where there is no such place. */
    CheckoutForm nowhere() {
        var found = new HashMap<>(errors);
        found.putIfAbsent("postalCode", "funnels.error.postal-code");
        return with(found);
    }

    /** Of a form without errors. */
    TypedCheckout typed() {
        return new TypedCheckout(
                email, name, bump, coupon, buyer, amount.money(), present.wanted() ? present : TypedPresent.NONE);
    }

    private Map<String, String> problems(Questions asked) {
        var found = new HashMap<>(errors);
        if (EmailAddress.parse(email).isEmpty()) {
            found.put("email", email.isEmpty() ? "funnels.error.email.missing" : "funnels.error.email");
        }
        if (asked.country() && buyer.country().isEmpty()) {
            found.put("country", "funnels.error.country");
        }
        if (asked.postalCode() && buyer.lacksPostalCode()) {
            found.put("postalCode", "funnels.error.postal-code.missing");
        }
        if (buyer.postalCode().length() > BuyerAddress.LONGEST_POSTAL_CODE) {
            found.put("postalCode", "funnels.error.postal-code");
        }
        if (asked.address() && buyer.lines().isEmpty()) {
            found.put("address", "funnels.error.address");
        }
        if (buyer.lines().length() > BuyerAddress.LONGEST) {
            found.put("address", "funnels.error.address.long");
        }
        return found;
    }

    private CheckoutForm with(Map<String, String> found) {
        return new CheckoutForm(email, name, bump, coupon, buyer, amount, present, found);
    }
}
