package app.backmatter.funnels.web;

import app.backmatter.funnels.passage.TypedCheckout;
import app.backmatter.funnels.passage.TypedPresent;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.Taxes.Questions;
import app.backmatter.orders.TypedCard;
import app.backmatter.pages.Countries;
import app.backmatter.pages.Typed;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as it is shown: what was typed, the card apart.
 *
 * @param country two letters of one that there is; else empty
 * @param amount that a reader gives who may choose, as it was typed; absent when it was not asked for
 * @param amountIn the currency in which it was asked for, in three letters
 * @param errors message keys by field
 */
record CheckoutForm(
        String email,
        String name,
        boolean bump,
        String coupon,
        String country,
        String postalCode,
        String address,
        @Nullable String amount,
        String amountIn,
        TypedPresent present,
        Map<String, String> errors) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_COUPON = 40;

    static CheckoutForm of(TypedCheckout typed) {
        return new CheckoutForm(
                typed.email(),
                typed.name(),
                typed.withBump(),
                typed.coupon(),
                typed.address().country(),
                typed.address().postalCode(),
                typed.address().lines(),
                typed.given() == null ? null : typed.given().typed(),
                typed.given() == null ? "" : typed.given().currency().getCurrencyCode(),
                typed.present(),
                Map.of());
    }

    static CheckoutForm of(HttpServletRequest request) {
        return new CheckoutForm(
                EntryForm.parameter(request, "email").strip(),
                EntryForm.parameter(request, "name").strip(),
                request.getParameter("bump") != null,
                coupon(request),
                country(request),
                Typed.line(request.getParameter("postalCode")),
                Typed.text(request.getParameter("address")),
                request.getParameter("amount") == null ? null : Typed.line(request.getParameter("amount")),
                Typed.line(request.getParameter("amountIn")),
                present(request),
                Map.of());
    }

    /** The same with what the address of the page brings, and the country that the browser suggests. */
    CheckoutForm broughtTo(HttpServletRequest request, Questions asked) {
        var brought = coupon(request);
        return new CheckoutForm(
                email,
                name,
                bump || request.getParameter("bump") != null,
                brought.isEmpty() ? coupon : brought,
                country.isEmpty() && asked.country() ? BrowserCountry.of(request) : country,
                postalCode,
                address,
                request.getParameter("amount") == null ? amount : Typed.line(request.getParameter("amount")),
                request.getParameter("amount") == null ? amountIn : Typed.line(request.getParameter("amountIn")),
                present.wantedIf(request.getParameter("present") != null),
                errors);
    }

    /** The same where the code that it was brought with takes nothing off. */
    CheckoutForm withoutCoupon() {
        return new CheckoutForm(email, name, bump, "", country, postalCode, address, amount, amountIn, present, errors);
    }

    /** The same with what the reader gives, and what is wrong with that. */
    CheckoutForm giving(GivenPrice given) {
        return new CheckoutForm(
                email,
                name,
                bump,
                coupon,
                country,
                postalCode,
                address,
                given.typed(),
                given.currency(),
                present,
                given.problem() == null ? Map.of() : Map.of("amount", given.problem()));
    }

    /** What was typed for an amount in this currency; absent when it was not asked for. */
    @Nullable
    String amountIn(Currency currency) {
        return amountIn.equals(currency.getCurrencyCode()) ? amount : null;
    }

    private static TypedPresent present(HttpServletRequest request) {
        return new TypedPresent(
                request.getParameter("present") != null,
                EntryForm.parameter(request, "presentEmail").strip(),
                Typed.line(request.getParameter("presentName")),
                Typed.text(request.getParameter("presentMessage")),
                EntryForm.parameter(request, "presentOn").strip());
    }

    /** The same with what is wrong with the present. */
    CheckoutForm checkedPresent(LocalDate today) {
        var found = new HashMap<>(errors);
        found.putAll(present.problems(today));
        return with(found);
    }

    private static String country(HttpServletRequest request) {
        var chosen = EntryForm.parameter(request, "country");
        return Countries.isOne(chosen) ? chosen : "";
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

    TypedCheckout typed() {
        return new TypedCheckout(
                email, name, bump, coupon, buyer(), given(), present.wanted() ? present : TypedPresent.NONE);
    }

    BuyerAddress buyer() {
        return new BuyerAddress(country, postalCode, address);
    }

    /** The same, where there is no such place. */
    CheckoutForm nowhere() {
        var found = new HashMap<>(errors);
        found.putIfAbsent("postalCode", "funnels.error.postal-code");
        return with(found);
    }

    /** Of a form without errors. */
    private @Nullable Money given() {
        return amount == null
                ? null
                : Money.parse(amount, Currency.getInstance(amountIn)).orElse(null);
    }

    static TypedCard card(HttpServletRequest request) {
        return new TypedCard(
                EntryForm.parameter(request, "number"),
                EntryForm.parameter(request, "expiry"),
                EntryForm.parameter(request, "cvc"));
    }

    private Map<String, String> problems(Questions asked) {
        var found = new HashMap<>(errors);
        if (EmailAddress.parse(email).isEmpty()) {
            found.put("email", email.isEmpty() ? "funnels.error.email.missing" : "funnels.error.email");
        }
        if (asked.country() && country.isEmpty()) {
            found.put("country", "funnels.error.country");
        }
        if (asked.postalCode() && buyer().lacksPostalCode()) {
            found.put("postalCode", "funnels.error.postal-code.missing");
        }
        if (postalCode.length() > BuyerAddress.LONGEST_POSTAL_CODE) {
            found.put("postalCode", "funnels.error.postal-code");
        }
        if (asked.address() && address.isEmpty()) {
            found.put("address", "funnels.error.address");
        }
        if (address.length() > BuyerAddress.LONGEST) {
            found.put("address", "funnels.error.address.long");
        }
        return found;
    }

    private CheckoutForm with(Map<String, String> found) {
        return new CheckoutForm(
                email, name, bump, coupon, country, postalCode, address, amount, amountIn, present, found);
    }

    /** In capitals, as codes are; nothing longer or stranger is one, and is shown as far as it may be. */
    private static String coupon(HttpServletRequest request) {
        var typed = Typed.line(EntryForm.parameter(request, "coupon")).toUpperCase(Locale.ROOT);
        return typed.substring(0, Math.min(typed.length(), LONGEST_COUPON));
    }
}
