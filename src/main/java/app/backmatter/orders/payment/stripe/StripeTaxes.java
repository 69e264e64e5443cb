package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.Tax;
import app.backmatter.orders.TaxUnknown;
import app.backmatter.orders.TaxUnknown.Reason;
import app.backmatter.shared.Money;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.tax.Calculation;
import com.stripe.model.tax.CalculationLineItem;
import com.stripe.model.tax.CalculationLineItem.TaxBreakdown;
import com.stripe.model.tax.CalculationLineItem.TaxBreakdown.TaxRateDetails;
import com.stripe.model.tax.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Stripe for taxes. What kind of goods is sold, and where the author is registered, Stripe knows from its own settings. */
final class StripeTaxes {
    private static final Logger log = LoggerFactory.getLogger(StripeTaxes.class);
    private static final String PATH = "/v1/tax/calculations";

    private final StripeApi stripe;
    private final StripeAccount account;

    StripeTaxes(StripeApi stripe, StripeAccount account) {
        this.stripe = stripe;
        this.account = account;
    }

    /**
     * @param questions of one buyer, in one currency; one at least
     * @throws TaxUnknown when Stripe does not tell
     */
    Map<TaxQuestion, Tax> of(List<TaxQuestion> questions) {
        try {
            Calculation told = stripe.post(account, PATH, request(questions), null, Calculation.class);
            return answers(questions, told.getLineItems().getData());
        } catch (StripeException e) {
            throw unknown(e);
        }
    }

    /** What keeps it from being asked; a restricted key may be kept from looking, and still ask. */
    Optional<String> trouble() {
        try {
            Settings settings = stripe.get(account, "/v1/tax/settings", Map.of(), Settings.class);
            return "active".equals(settings.getStatus()) ? Optional.empty() : Optional.of("inactive");
        } catch (PermissionException e) {
            return Optional.empty();
        } catch (AuthenticationException e) {
            return Optional.of("key");
        } catch (StripeException e) {
            return Optional.of("silent");
        }
    }

    private static Map<String, Object> request(List<TaxQuestion> questions) {
        var lines = new ArrayList<Map<String, Object>>();
        for (int number = 0; number < questions.size(); number++) {
            var question = questions.get(number);
            lines.add(Map.of(
                    "amount", question.amount().minorUnits(),
                    "reference", String.valueOf(number),
                    "tax_behavior", question.included() ? "inclusive" : "exclusive"));
        }
        var buyer = questions.getFirst();
        var address = new HashMap<String, Object>(Map.of("country", buyer.country()));
        if (!buyer.postalCode().isEmpty()) {
            address.put("postal_code", buyer.postalCode());
        }
        return Map.of(
                "currency",
                buyer.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT),
                "customer_details",
                Map.of("address", address, "address_source", "billing"),
                "line_items",
                lines,
                "expand",
                List.of("line_items.data.tax_breakdown"));
    }

    private static Map<TaxQuestion, Tax> answers(List<TaxQuestion> questions, List<CalculationLineItem> lines) {
        var taxes = new HashMap<TaxQuestion, Tax>();
        for (var line : lines) {
            var question = questions.get(Integer.parseInt(line.getReference()));
            taxes.put(question, tax(question, line));
        }
        if (taxes.size() < questions.size()) {
            throw new IllegalStateException("Stripe answered for some lines only");
        }
        return taxes;
    }

    private static Tax tax(TaxQuestion question, CalculationLineItem line) {
        if (line.getAmountTax() == 0) {
            return Tax.none(question.amount().currency());
        }
        var rates = line.getTaxBreakdown().stream()
                .filter(part -> part.getAmount() != 0)
                .map(TaxBreakdown::getTaxRateDetails)
                .filter(Objects::nonNull)
                .toList();
        return new Tax(
                new Money(line.getAmountTax(), question.amount().currency()),
                question.included(),
                rates.stream()
                        .map(TaxRateDetails::getPercentageDecimal)
                        .filter(Objects::nonNull)
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact(),
                name(rates));
    }

    /** As receipts call it: several taxes of one place by what they have in common. */
    private static String name(List<TaxRateDetails> rates) {
        var names =
                rates.stream().map(TaxRateDetails::getDisplayName).distinct().toList();
        if (names.size() == 1) {
            return names.getFirst();
        }
        return rates.stream().allMatch(rate -> "sales_tax".equals(rate.getTaxType())) ? "Sales tax" : "Tax";
    }

    private static TaxUnknown unknown(StripeException e) {
        if ("customer_tax_location_invalid".equals(e.getCode())) {
            return new TaxUnknown(Reason.NO_SUCH_PLACE);
        }
        log.warn("Stripe tells no tax", e);
        return new TaxUnknown(Reason.NOT_NOW);
    }
}
