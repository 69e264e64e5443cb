package app.backmatter.orders.coupon;

import app.backmatter.orders.LineItem;
import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a code takes off prices. */
public sealed interface Reduction {
    /** Of each price, half a minor unit rounded up. */
    record PercentOff(Percent percent) implements Reduction {
        @Override
        public List<LineItem> of(List<LineItem> lines, Predicate<LineItem> such) {
            return lines.stream()
                    .map(line -> such.test(line) ? reduced(line, percent.of(line.price())) : line)
                    .toList();
        }
    }

    /** Of all prices together, each bearing its share; no more than they come to. */
    record AmountOff(Money amount) implements Reduction {
        @Override
        public List<LineItem> of(List<LineItem> lines, Predicate<LineItem> such) {
            long prices = lines.stream()
                    .filter(such)
                    .mapToLong(line -> line.price().minorUnits())
                    .sum();
            long off = Math.min(amount.minorUnits(), prices);
            var reduced = new ArrayList<LineItem>();
            long passed = 0;
            for (var line : lines) {
                long before = passed;
                passed += such.test(line) ? line.price().minorUnits() : 0;
                long share = share(off, passed, prices) - share(off, before, prices);
                reduced.add(reduced(line, new Money(share, line.price().currency())));
            }
            return reduced;
        }

        private static long share(long off, long part, long whole) {
            return whole == 0
                    ? 0
                    : BigDecimal.valueOf(off)
                            .multiply(BigDecimal.valueOf(part))
                            .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                            .longValueExact();
        }
    }

    /** The same lines, such of them reduced. */
    List<LineItem> of(List<LineItem> lines, Predicate<LineItem> such);

    private static LineItem reduced(LineItem line, Money off) {
        return new LineItem(
                line.product(), line.name(), line.kind(), line.step(), line.price(), off, line.tax(), line.namedBy());
    }
}
