package app.backmatter.orders.web;

import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.RefundRefused;
import app.backmatter.orders.domain.RefundViews.Line;
import app.backmatter.orders.domain.RefundViews.Refunding;
import app.backmatter.orders.domain.RefundWish;
import app.backmatter.pages.Typed;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an author types to give money back.
 *
 * @param attempt stays the same while one refund is typed, looked at and sent, however often
 * @param amounts as typed, by line
 * @param why for the author alone
 * @param errors message keys by field; the field of an amount is its line
 */
record RefundForm(
        UUID attempt, Map<String, String> amounts, boolean takesBack, String why, Map<String, String> errors) {
    private static final int LONGEST_NOTE = 500;

    /** Filled with all that is left, of one line or of all. */
    static RefundForm blank(Refunding order, @Nullable UUID only) {
        return new RefundForm(
                Ids.next(),
                amounts(
                        order,
                        line -> only == null || only.equals(line.id())
                                ? line.left()
                                : Money.zero(line.left().currency())),
                false,
                "",
                Map.of());
    }

    /** Lines that are not the order's are left out. */
    static RefundForm of(Refunding order, Map<String, String> typed) {
        var attempt = Typed.id(typed.getOrDefault("attempt", ""));
        return new RefundForm(
                attempt == null ? Ids.next() : attempt,
                texts(order, line -> Typed.line(typed.get("amount-" + line.id()))),
                typed.getOrDefault("files", "").equals("take"),
                Typed.text(typed.get("why")),
                attempt == null ? Map.of("form", "layout.form.unreadable") : Map.of());
    }

    /** The same with what can't be read. */
    RefundForm checked(Refunding order) {
        var found = new HashMap<>(errors);
        order.lines().stream()
                .filter(line -> !typed(line).isEmpty() && amount(line).isEmpty())
                .forEach(line -> found.put(line.id().toString(), "orders.refund.error.amount"));
        if (why.length() > LONGEST_NOTE) {
            found.put("why", "orders.refund.error.why");
        }
        return with(found);
    }

    /** The same with why it can't be. */
    RefundForm refused(Refunding order, RefundRefused.Reason reason) {
        var found = new HashMap<>(Map.of("form", "orders.refund.error." + reason));
        order.lines().stream()
                .filter(line -> amount(line)
                        .filter(amount -> amount.isGreaterThan(line.left()))
                        .isPresent())
                .forEach(line -> found.put(line.id().toString(), "orders.refund.error.above"));
        return with(found);
    }

    /** Of a form without errors. */
    RefundWish toWish(OrderId id, Refunding order, String askedBy) {
        var parts = new HashMap<UUID, Money>();
        order.lines().forEach(line -> amount(line).ifPresent(amount -> parts.put(line.id(), amount)));
        return new RefundWish(id, parts, new RefundWish.Terms(attempt, takesBack, why, askedBy));
    }

    private RefundForm with(Map<String, String> found) {
        return new RefundForm(attempt, amounts, takesBack, why, Map.copyOf(found));
    }

    private Optional<Money> amount(Line line) {
        return Money.parse(typed(line), line.left().currency());
    }

    private String typed(Line line) {
        return amounts.getOrDefault(line.id().toString(), "");
    }

    private static Map<String, String> amounts(Refunding order, Function<Line, Money> amount) {
        return texts(
                order,
                line -> amount.apply(line).isZero() ? "" : amount.apply(line).typed());
    }

    private static Map<String, String> texts(Refunding order, Function<Line, String> text) {
        return order.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.id().toString(), text, (first, same) -> first, LinkedHashMap::new));
    }
}
