package app.backmatter.reports;

import app.backmatter.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * What readers did on a step, or on many steps together. Bots are not in it.
 *
 * @param visitors who saw it, each once per revision
 * @param takers of these, who signed up or bought
 * @param confirmed of the takers, who confirmed their address
 * @param declined of the visitors, who said no and did not take it after all
 * @param cardDeclines how often a card said no
 * @param orders opened here
 * @param revenue without order bumps, and after refunds and taxes like each sum of money here
 * @param bumps how many of the orders carry the order bump
 * @param refunded what went back of what the step sold, order bumps apart
 * @param foreign sales from when the workspace counted in another currency, which are in no sum of money
 * @param ordersWith orders in which this was bought, wherever they were opened; over several steps an order counts on each
 * @param worth of those orders, with everything in them
 */
public record Tally(
        long visitors,
        long takers,
        long confirmed,
        long declined,
        long cardDeclines,
        long orders,
        Money revenue,
        long bumps,
        Money bumpRevenue,
        Money refunded,
        Money bumpRefunded,
        long foreign,
        long ordersWith,
        Money worth) {
    public static Tally nothing(Currency currency) {
        var zero = Money.zero(currency);
        return new Tally(0, 0, 0, 0, 0, 0, zero, 0, zero, zero, zero, 0, 0, zero);
    }

    public Tally plus(Tally other) {
        return new Tally(
                visitors + other.visitors,
                takers + other.takers,
                confirmed + other.confirmed,
                declined + other.declined,
                cardDeclines + other.cardDeclines,
                orders + other.orders,
                revenue.plus(other.revenue),
                bumps + other.bumps,
                bumpRevenue.plus(other.bumpRevenue),
                refunded.plus(other.refunded),
                bumpRefunded.plus(other.bumpRefunded),
                foreign + other.foreign,
                ordersWith + other.ordersWith,
                worth.plus(other.worth));
    }

    public Rate takeRate() {
        return new Rate(takers, visitors);
    }

    public Rate confirmedRate() {
        return new Rate(confirmed, takers);
    }

    public Rate bumpRate() {
        return new Rate(bumps, orders);
    }

    public Money wholeRevenue() {
        return revenue.plus(bumpRevenue);
    }

    public Money wholeRefunded() {
        return refunded.plus(bumpRefunded);
    }

    /** What an order with this in it is worth, with everything else in it. */
    public Optional<Money> averageOrder() {
        return share(worth, ordersWith);
    }

    /** Without order bumps. */
    public Optional<Money> revenuePerVisitor() {
        return share(revenue, visitors);
    }

    /** Rounded to the nearest minor unit; empty when there is nobody to share among. */
    static Optional<Money> share(Money sum, long among) {
        if (among == 0) {
            return Optional.empty();
        }
        long each = BigDecimal.valueOf(sum.minorUnits())
                .divide(BigDecimal.valueOf(among), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return Optional.of(new Money(each, sum.currency()));
    }
}
