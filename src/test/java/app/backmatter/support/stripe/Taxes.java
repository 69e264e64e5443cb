package app.backmatter.support.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Stripe Tax: 19 % in Germany, 8.875 % by state and city in New York, nothing elsewhere. */
final class Taxes {
    /** @param percent in decimals */
    private record Rate(String name, String percent, String type) {
        BigDecimal of(long amount, boolean included) {
            var rate = new BigDecimal(percent).movePointLeft(2);
            return BigDecimal.valueOf(amount)
                    .multiply(rate)
                    .divide(included ? BigDecimal.ONE.add(rate) : BigDecimal.ONE, 0, RoundingMode.HALF_UP);
        }
    }

    private static final Map<String, List<Rate>> RATES = Map.of(
            "DE",
            List.of(new Rate("VAT", "19.0", "vat")),
            "US 10001",
            List.of(new Rate("New York", "4.0", "sales_tax"), new Rate("New York City", "4.875", "sales_tax")));

    private volatile boolean set = true;

    void set(boolean isSet) {
        set = isSet;
    }

    Told answer(Asked asked) {
        return asked.segments().get(2).equals("settings")
                ? Told.json(Shapes.of("tax_settings").put("status", set ? "active" : "pending"))
                : calculation(asked);
    }

    private Told calculation(Asked asked) {
        var country = asked.field("customer_details[address][country]");
        var postalCode = asked.field("customer_details[address][postal_code]");
        if (country.equals("US") && !postalCode.matches("[0-9]{5}")) {
            return Told.refused(
                    400,
                    "invalid_request_error",
                    "customer_tax_location_invalid",
                    "We could not determine the customer's tax location.");
        }
        var told = Shapes.of("tax_calculation");
        var lines = told.withObject("line_items").putArray("data");
        for (int number = 0;
                !asked.field("line_items[%d][amount]".formatted(number)).isEmpty();
                number++) {
            lines.add(line(asked, number, RATES.getOrDefault((country + " " + postalCode).strip(), List.of())));
        }
        return Told.json(told);
    }

    private static ObjectNode line(Asked asked, int number, List<Rate> rates) {
        var name = "line_items[%d]".formatted(number);
        long amount = Long.parseLong(asked.field(name + "[amount]"));
        boolean included = asked.field(name + "[tax_behavior]").equals("inclusive");
        var line = Shapes.of("tax_calculation_line_item")
                .put("amount", amount)
                .put("reference", asked.field(name + "[reference]"))
                .put("tax_behavior", asked.field(name + "[tax_behavior]"));
        var parts = line.putArray("tax_breakdown");
        long sum = 0;
        for (var rate : rates) {
            long tax = rate.of(amount, included).longValueExact();
            var part = Shapes.of("tax_breakdown").put("amount", tax).put("taxable_amount", amount);
            part.withObject("tax_rate_details")
                    .put("display_name", rate.name())
                    .put("percentage_decimal", rate.percent())
                    .put("tax_type", rate.type());
            parts.add(part);
            sum += tax;
        }
        return line.put("amount_tax", sum);
    }
}
