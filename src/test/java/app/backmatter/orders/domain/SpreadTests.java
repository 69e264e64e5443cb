package app.backmatter.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpreadTests {
    private final UUID workbook = Ids.next();
    private final UUID audio = Ids.next();
    private final UUID course = Ids.next();

    @Test
    void whatIsJustOneLineIsForThatLine() {
        assertThat(Spread.of(usd(900), Map.of(workbook, usd(2700), audio, usd(900))))
                .containsOnly(Map.entry(audio, usd(900)));
    }

    @Test
    void whatCouldBeEitherOfTwoLinesIsSharedOut() {
        assertThat(Spread.of(usd(900), Map.of(workbook, usd(900), audio, usd(900))))
                .containsOnly(Map.entry(workbook, usd(450)), Map.entry(audio, usd(450)));
    }

    @Test
    void theOddCentsGoToThoseWhoseShareWasCutMost() {
        assertThat(Spread.of(usd(100), Map.of(workbook, usd(2700), audio, usd(900), course, usd(9700))))
                .containsOnly(Map.entry(workbook, usd(20)), Map.entry(audio, usd(7)), Map.entry(course, usd(73)));
    }

    @Test
    void neverGivesALineMoreThanItHasAndAlwaysAllInAll() {
        var dice = new Random(11);
        for (int round = 0; round < 2000; round++) {
            var left = new HashMap<UUID, Money>();
            for (int line = 0; line <= dice.nextInt(5); line++) {
                left.put(Ids.next(), usd(dice.nextLong(5000)));
            }
            left.put(Ids.next(), usd(1 + dice.nextLong(5000)));
            long whole = left.values().stream().mapToLong(Money::minorUnits).sum();
            var amount = usd(1 + dice.nextLong(whole));

            var spread = Spread.of(amount, left);

            assertThat(spread.values().stream().reduce(usd(0), Money::plus)).isEqualTo(amount);
            spread.forEach((line, share) -> assertThat(share).isBetween(usd(1), left.get(line)));
        }
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }
}
