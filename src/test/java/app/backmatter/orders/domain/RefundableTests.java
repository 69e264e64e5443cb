package app.backmatter.orders.domain;

import static app.backmatter.support.OrderFixtures.line;
import static app.backmatter.support.OrderFixtures.reduced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.PaidPayment.PaidLine;
import app.backmatter.orders.payment.RefundResult;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefundableTests {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final Money NOTHING = usd(0);

    private final PaidLine workbook = paid(line("Workbook", OfferKind.TRIPWIRE, 2700));
    private final PaidLine audio = paid(line("Audio edition", OfferKind.ORDER_BUMP, 900));
    private final PaidLine course = paid(line("Course", OfferKind.UPSELL, 9700));
    private final PaidPayment first = payment(NOTHING, workbook, audio);
    private final PaidPayment second = payment(NOTHING, course);

    @Test
    void givesBackOfEachPaymentWhatItPaidFor() {
        var order = new Refundable(List.of(first, second), List.of());
        var given = order.give(wish(Map.of(workbook.id(), usd(2700), course.id(), usd(100))), NOW);
        assertThat(given).extracting(Refund::payment).containsExactly(first.id(), second.id());
        assertThat(given).extracting(Refund::amount).containsExactly(usd(2700), usd(100));
        assertThat(order.left())
                .containsEntry(workbook.id(), usd(0))
                .containsEntry(audio.id(), usd(900))
                .containsEntry(course.id(), usd(9600));
    }

    @Test
    void whatIsOnItsWayIsNotGivenBackAgain() {
        var order = new Refundable(List.of(first), List.of());
        order.give(wish(Map.of(workbook.id(), usd(2700))), NOW);
        assertThatThrownBy(() -> order.give(wish(Map.of(workbook.id(), usd(1))), NOW))
                .isInstanceOf(RefundRefused.class)
                .extracting(refused -> ((RefundRefused) refused).reason())
                .isEqualTo(RefundRefused.Reason.ABOVE_PAID);
    }

    @Test
    void whatWasRefusedCanBeGivenBackAnew() {
        var refused = new Refundable(List.of(first), List.of())
                .give(wish(Map.of(workbook.id(), usd(2700))), NOW)
                .getFirst()
                .after(new RefundResult.Refused("refused"), NOW);
        var order = new Refundable(List.of(first), List.of(refused));
        assertThat(order.left()).containsEntry(workbook.id(), usd(2700));
    }

    @Test
    void whatTheBankHoldsInADisputeIsNotGivenBackToo() {
        var disputed = payment(usd(2000), workbook, audio);
        var order = new Refundable(List.of(disputed, second), List.of());
        assertThat(sum(order.left().values().stream())).isEqualTo(usd(1600 + 9700));
        assertThatThrownBy(() -> order.give(wish(Map.of(workbook.id(), usd(1601))), NOW))
                .isInstanceOf(RefundRefused.class);
        order.give(wish(Map.of(workbook.id(), usd(1600))), NOW);
        assertThat(order.left()).containsEntry(workbook.id(), usd(0)).containsEntry(audio.id(), usd(0));
    }

    /** As when a refund was under way while the dispute began: nothing is left, which is not less than nothing. */
    @Test
    void aDisputeOfWhatWentBackLeavesNothing() {
        var order = new Refundable(List.of(first), List.of());
        var given = order.give(wish(Map.of(workbook.id(), usd(2700))), NOW);
        var disputed = new PaidPayment(first.id(), first.charge(), NOW, first.amount(), first.amount(), first.lines());
        assertThat(new Refundable(List.of(disputed), given).left().values()).containsOnly(usd(0));
    }

    @Test
    void whatCostNothingGoesWithTheLastOfItsPayment() {
        var free = paid(reduced(line("Audio edition", OfferKind.ORDER_BUMP, 900), 900, 0, 0));
        var order = new Refundable(List.of(payment(NOTHING, workbook, free)), List.of());
        assertThat(linesOf(order.give(wish(Map.of(workbook.id(), usd(100))), NOW)))
                .containsExactly(workbook.id());
        assertThat(order.isGone(free)).isFalse();
        assertThat(linesOf(order.give(wish(Map.of(workbook.id(), usd(2600))), NOW)))
                .containsExactly(workbook.id(), free.id());
        assertThat(order.isGone(free)).isTrue();
    }

    @Test
    void allPartsOfALineTogetherHoldItsWholeTax() {
        var dice = new Random(7);
        for (int round = 0; round < 200; round++) {
            var taxed = paid(reduced(
                    line("Workbook", OfferKind.TRIPWIRE, 2700), dice.nextInt(900), 1 + dice.nextInt(500), 1900));
            var order = new Refundable(List.of(payment(NOTHING, taxed)), List.of());
            var taxes = new ArrayList<Money>();
            while (!order.isGone(taxed)) {
                long left = order.left().getOrDefault(taxed.id(), NOTHING).minorUnits();
                var part = usd(1 + dice.nextLong(left));
                var given = order.give(wish(Map.of(taxed.id(), part)), NOW)
                        .getFirst()
                        .parts()
                        .getFirst();
                assertThat(given.tax()).isBetween(NOTHING, part);
                taxes.add(given.tax());
            }
            assertThat(sum(taxes.stream())).isEqualTo(taxed.item().tax().amount());
        }
    }

    @Test
    void allPartsOfALineTogetherAreWhatItWasInTheWorkspacesOwnCurrency() {
        var rate = new ExchangeRate(Currency.getInstance("USD"), Currency.getInstance("EUR"), new BigDecimal("0.9231"));
        var dice = new Random(7);
        for (int round = 0; round < 200; round++) {
            var item =
                    reduced(line("Workbook", OfferKind.TRIPWIRE, 2700), dice.nextInt(900), 1 + dice.nextInt(500), 1900);
            var sold = new PaidLine(Ids.next(), item, rate.of(item.earned()));
            var order = new Refundable(List.of(payment(NOTHING, sold)), List.of());
            var owns = new ArrayList<Money>();
            while (!order.isGone(sold)) {
                long left = order.left().getOrDefault(sold.id(), NOTHING).minorUnits();
                owns.add(order.give(wish(Map.of(sold.id(), usd(1 + dice.nextLong(left)))), NOW)
                        .getFirst()
                        .parts()
                        .getFirst()
                        .own());
            }
            assertThat(owns.stream().reduce(Money::plus)).contains(sold.own());
            assertThat(owns).allMatch(own -> own.minorUnits() >= 0);
        }
    }

    @Test
    void refusesALineOfAnotherOrder() {
        var order = new Refundable(List.of(first), List.of());
        assertThatThrownBy(() -> order.give(wish(Map.of(course.id(), usd(100))), NOW))
                .isInstanceOf(RefundRefused.class);
    }

    private static List<UUID> linesOf(List<Refund> given) {
        return given.stream()
                .flatMap(refund -> refund.parts().stream())
                .map(Refund.Part::line)
                .toList();
    }

    private static RefundWish wish(Map<UUID, Money> parts) {
        return new RefundWish(OrderId.next(), parts, new RefundWish.Terms(Ids.next(), false, "", "ada"));
    }

    private static PaidLine paid(LineItem item) {
        return new PaidLine(Ids.next(), item, item.earned());
    }

    private static PaidPayment payment(Money disputed, PaidLine... lines) {
        return new PaidPayment(
                Ids.next(), "charge", NOW, sum(Stream.of(lines).map(PaidLine::charged)), disputed, List.of(lines));
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(NOTHING, Money::plus);
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }
}
