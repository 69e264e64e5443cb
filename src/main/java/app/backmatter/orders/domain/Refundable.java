package app.backmatter.orders.domain;

import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.domain.PaidPayment.PaidLine;
import app.backmatter.orders.domain.Refund.Giver;
import app.backmatter.orders.domain.RefundRefused.Reason;
import app.backmatter.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was paid for an order with what goes back of it: never more than was paid, for each payment and each of its lines. */
final class Refundable {
    private final List<PaidPayment> payments;
    private final List<Refund> refunds;

    Refundable(List<PaidPayment> payments, List<Refund> refunds) {
        this.payments = List.copyOf(payments);
        this.refunds = new ArrayList<>(refunds);
    }

    /**
     * The refunds that a wish comes to, one for each payment. The same attempt again is answered with those that it came
     * to first.
     *
     * @throws AttemptConflict when the attempt was for something else
     * @throws RefundRefused when it is nothing, or more than is left
     */
    List<Refund> give(RefundWish wish, Instant now) {
        var known = refunds.stream()
                .filter(refund -> refund.isOf(wish.terms().attempt()))
                .toList();
        if (!known.isEmpty()) {
            return requireFor(wish, known);
        }
        refuseUnpayable(wish.parts());
        var given = payments.stream()
                .filter(paid -> !paid.sum(wish.parts()).isZero())
                .map(paid -> Refund.ask(paid.id(), parts(paid, wish.parts()), wish.terms(), Giver.AUTHOR, now))
                .toList();
        refunds.addAll(given);
        return given;
    }

    /**
     * What is gone of a payment without the author's doing, spread over its lines: never more than is left of it.
     *
     * @return empty when nothing is left
     */
    Optional<Refund> lose(UUID payment, Money wanted, RefundWish.Terms terms, Giver giver, Instant now) {
        var paid = payment(payment);
        var amount = least(wanted, notGiven(paid));
        if (amount.isZero()) {
            return Optional.empty();
        }
        var spread = Spread.of(amount, paid.lines().stream().collect(Collectors.toMap(PaidLine::id, this::left)));
        var lost = Refund.ask(
                payment, parts(paid, spread, given(paid).plus(amount).equals(paid.amount())), terms, giver, now);
        refunds.add(lost);
        return Optional.of(lost);
    }

    /** Whether so much of it did not go back, and is not on its way. */
    boolean hasLeft(UUID payment, Money amount) {
        return !amount.isGreaterThan(notGiven(payment(payment)));
    }

    /** Whether money of it is on its way back. */
    boolean isGoingBack(UUID payment) {
        return refunds.stream().anyMatch(refund -> refund.payment().equals(payment) && refund.isOpen());
    }

    List<PaidPayment> payments() {
        return payments;
    }

    PaidPayment payment(UUID id) {
        return payments.stream()
                .filter(paid -> paid.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Stream<PaidLine> lines() {
        return payments.stream().flatMap(paid -> paid.lines().stream());
    }

    /** First asked for first. */
    List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    /** All that can go back, line by line: not what went already, is on its way, or is disputed. */
    Map<UUID, Money> left() {
        var all = new HashMap<UUID, Money>();
        payments.forEach(paid -> {
            var rest = left(paid);
            for (var line : paid.lines()) {
                var ofLine = least(left(line), rest);
                all.put(line.id(), ofLine);
                rest = rest.minus(ofLine);
            }
        });
        return all;
    }

    /** What went back of a line, or is on its way. */
    Money given(PaidLine line) {
        return partsOf(line).map(Refund.Part::amount).reduce(line.nothing(), Money::plus);
    }

    /** Whether all of the line went back, or is on its way. */
    boolean isGone(PaidLine line) {
        return line.charged().isZero()
                ? partsOf(line).findAny().isPresent()
                : left(line).isZero();
    }

    private Money left(PaidLine line) {
        return line.charged().minus(given(line));
    }

    private Money left(PaidPayment paid) {
        var gone = paid.disputed().plus(given(paid));
        return paid.amount().minus(least(gone, paid.amount()));
    }

    private Money notGiven(PaidPayment paid) {
        return paid.amount().minus(given(paid));
    }

    private Money given(PaidPayment paid) {
        return refunds.stream()
                .filter(refund -> refund.payment().equals(paid.id()) && refund.counts())
                .map(Refund::amount)
                .reduce(paid.nothing(), Money::plus);
    }

    private static Money least(Money one, Money other) {
        return one.isGreaterThan(other) ? other : one;
    }

    private void refuseUnpayable(Map<UUID, Money> parts) {
        var lines = lines().map(PaidLine::id).collect(Collectors.toSet());
        if (parts.isEmpty() || !lines.containsAll(parts.keySet())) {
            throw new RefundRefused(Reason.NOTHING);
        }
        if (payments.stream().anyMatch(paid -> isAboveLeft(paid, parts))) {
            throw new RefundRefused(Reason.ABOVE_PAID);
        }
    }

    private boolean isAboveLeft(PaidPayment paid, Map<UUID, Money> parts) {
        return paid.sum(parts).isGreaterThan(left(paid))
                || paid.lines().stream().anyMatch(line -> line.of(parts).isGreaterThan(left(line)));
    }

    private List<Refund.Part> parts(PaidPayment paid, Map<UUID, Money> wanted) {
        return parts(paid, wanted, paid.disputed().isZero() && paid.sum(wanted).equals(left(paid)));
    }

    /** What cost nothing goes with the last of what it came with. */
    private List<Refund.Part> parts(PaidPayment paid, Map<UUID, Money> wanted, boolean last) {
        return paid.lines().stream()
                .filter(line ->
                        wanted.containsKey(line.id()) || last && line.charged().isZero())
                .map(line -> part(line, line.of(wanted)))
                .toList();
    }

    private Refund.Part part(PaidLine line, Money amount) {
        var tax = tax(line, amount);
        return new Refund.Part(line.id(), amount, tax, own(line, amount.minus(tax)));
    }

    /** What earned money of a line is in the workspace's own currency, such that all parts of it together are the whole. */
    private Money own(PaidLine line, Money earned) {
        var whole = line.item().earned();
        var none = Money.zero(line.own().currency());
        if (whole.isZero()) {
            return none;
        }
        var before = partsOf(line).map(Refund.Part::own).reduce(none, Money::plus);
        var earnedBefore =
                partsOf(line).map(part -> part.amount().minus(part.tax())).reduce(line.nothing(), Money::plus);
        long withThis = share(line.own(), earnedBefore.plus(earned), whole);
        return new Money(Math.max(0, withThis - before.minorUnits()), none.currency());
    }

    /** The tax in a part of a line, such that all parts of it together hold the whole tax of the line. */
    private Money tax(PaidLine line, Money part) {
        if (line.charged().isZero()) {
            return part;
        }
        var before = partsOf(line).map(Refund.Part::tax).reduce(line.nothing(), Money::plus);
        long withThis = share(line.item().tax().amount(), given(line).plus(part), line.charged());
        return new Money(Math.clamp(withThis - before.minorUnits(), 0, part.minorUnits()), part.currency());
    }

    private static long share(Money of, Money part, Money whole) {
        return BigDecimal.valueOf(of.minorUnits())
                .multiply(BigDecimal.valueOf(part.minorUnits()))
                .divide(BigDecimal.valueOf(whole.minorUnits()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private Stream<Refund.Part> partsOf(PaidLine line) {
        return refunds.stream()
                .filter(Refund::counts)
                .flatMap(refund -> refund.parts().stream())
                .filter(part -> part.line().equals(line.id()));
    }

    private static List<Refund> requireFor(RefundWish wish, List<Refund> known) {
        var parts = known.stream()
                .flatMap(refund -> refund.parts().stream())
                .filter(part -> !part.amount().isZero())
                .collect(Collectors.toMap(Refund.Part::line, Refund.Part::amount));
        if (!parts.equals(wish.parts()) || !known.getFirst().terms().equals(wish.terms())) {
            throw new AttemptConflict("Attempt " + wish.terms().attempt() + " is known with another wish");
        }
        return known;
    }
}
