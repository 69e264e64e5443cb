package app.backmatter.funnels.domain;

import app.backmatter.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The price that a re-pitch begins with, until its author sets another. */
final class RePitchPrice {
    private static final BigDecimal SHARE = new BigDecimal("0.75");

    private RePitchPrice() {}

    /** About three quarters, in whole units of the currency where that leaves anything. */
    static Money after(Money first) {
        var whole = first.major().multiply(SHARE).setScale(0, RoundingMode.DOWN);
        return whole.signum() > 0
                ? Money.ofMajor(whole, first.currency())
                : new Money(Math.max(1, first.minorUnits() * 3 / 4), first.currency());
    }
}
