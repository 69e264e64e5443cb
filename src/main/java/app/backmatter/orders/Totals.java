package app.backmatter.orders;

import app.backmatter.shared.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * What lines add up to.
 *
 * @param prices as the offers say
 * @param discount what a coupon took off them
 * @param taxes one for each rate, with what it comes to
 * @param charged what the buyer pays
 */
public record Totals(Money prices, Money discount, List<Tax> taxes, Money charged) {
    private record Rate(String name, int basisPoints, boolean included) {
        static Rate of(Tax tax) {
            return new Rate(tax.name(), tax.basisPoints(), tax.included());
        }

        Tax of(Money amount) {
            return new Tax(amount, included, basisPoints, name);
        }
    }

    /** @throws IllegalArgumentException when there is no line, or they are in several currencies */
    public static Totals of(List<LineItem> lines) {
        return new Totals(
                sum(lines, LineItem::price),
                sum(lines, LineItem::discount),
                taxes(lines),
                sum(lines, LineItem::charged));
    }

    private static List<Tax> taxes(List<LineItem> lines) {
        var amounts = new LinkedHashMap<Rate, Money>();
        lines.stream()
                .map(LineItem::tax)
                .filter(tax -> !tax.amount().isZero())
                .forEach(tax -> amounts.merge(Rate.of(tax), tax.amount(), Money::plus));
        return amounts.entrySet().stream()
                .map(rate -> rate.getKey().of(rate.getValue()))
                .toList();
    }

    private static Money sum(List<LineItem> lines, Function<LineItem, Money> part) {
        return lines.stream()
                .map(part)
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("Nothing adds up to nothing"));
    }
}
