package app.backmatter.orders.domain;

import app.backmatter.shared.Money;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How money that went back without a word about what for is spread over what was bought. An amount that is just what one
 * line has left, and no other, is for that line. Any other is shared out in proportion to what each line has left, and
 * the odd cents go to those whose share was cut most.
 */
final class Spread {
    private Spread() {}

    /**
     * @param amount not above what is left in all
     * @param left by line
     * @return by line, those without a share left out; together the amount
     */
    static Map<UUID, Money> of(Money amount, Map<UUID, Money> left) {
        var exact = left.entrySet().stream()
                .filter(line -> line.getValue().equals(amount))
                .toList();
        return exact.size() == 1 ? Map.of(exact.getFirst().getKey(), amount) : inProportion(amount, left);
    }

    /** @param cut what the share lost by rounding down, in parts of the whole */
    private record Share(UUID line, long cents, long cut) {}

    private static Map<UUID, Money> inProportion(Money amount, Map<UUID, Money> left) {
        long whole = left.values().stream().mapToLong(Money::minorUnits).sum();
        var shares = left.entrySet().stream()
                .map(line -> share(
                        line.getKey(), amount.minorUnits(), line.getValue().minorUnits(), whole))
                .sorted(Comparator.comparing(Share::cut).reversed().thenComparing(Share::line))
                .toList();
        return withOdd(amount, shares);
    }

    private static Share share(UUID line, long amount, long left, long whole) {
        var parts = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(left))
                .divideAndRemainder(BigInteger.valueOf(whole));
        return new Share(line, parts[0].longValueExact(), parts[1].longValueExact());
    }

    /** Fewer cents are over than shares were cut, so that each of those gets one at most. */
    private static Map<UUID, Money> withOdd(Money amount, List<Share> shares) {
        long odd = amount.minorUnits() - shares.stream().mapToLong(Share::cents).sum();
        var spread = new HashMap<UUID, Money>();
        for (var share : shares) {
            long cents = share.cents() + (odd-- > 0 ? 1 : 0);
            if (cents > 0) {
                spread.put(share.line(), new Money(cents, amount.currency()));
            }
        }
        return spread;
    }
}
