package app.backmatter.orders.domain;

import static app.backmatter.support.OrderFixtures.checkout;
import static app.backmatter.support.OrderFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTests {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private final LineItem workbook = line("Workbook", OfferKind.TRIPWIRE, 2700);
    private final LineItem audio = line("Audio edition", OfferKind.ORDER_BUMP, 900);
    private final CheckoutRequest request = checkout(workbook, audio);

    @Test
    void sumsUpItsLines() {
        assertThat(onlyPayment(Order.place(request, NOW)).amount()).isEqualTo(Money.of(3600, "USD"));
    }

    @Test
    void refusesToChargeNothing() {
        assertThatThrownBy(() -> Order.place(checkout(), NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Order.place(checkout(line("Gift", OfferKind.TRIPWIRE, 0)), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPriceBelowZeroThatLowersTheSum() {
        assertThatThrownBy(() -> Order.place(checkout(workbook, line("Trick", OfferKind.ORDER_BUMP, -2600)), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTwoCurrencies() {
        var euros = new LineItem(audio.product(), audio.name(), audio.kind(), audio.step(), Money.of(900, "EUR"));

        assertThatThrownBy(() -> Order.place(checkout(workbook, euros), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersTheSameAttemptWithTheSamePayment() {
        var order = Order.place(request, NOW);

        assertThat(order.pay(request, false, NOW)).isEqualTo(new Turn.Answer(onlyPayment(order)));
        assertThat(order.payments()).hasSize(1);
    }

    @Test
    void refusesTheSameAttemptForOtherLines() {
        var order = Order.place(request, NOW);
        var cheaper = withLines(request, List.of(workbook));

        assertThatThrownBy(() -> order.pay(cheaper, false, NOW)).isInstanceOf(AttemptConflict.class);
    }

    @Test
    void refusesAnotherAttemptWhileOneIsOpenAndOnceOneIsPaid() {
        var order = Order.place(request, NOW);
        var other = withAttempt(request, UUID.randomUUID());

        assertThatThrownBy(() -> order.pay(other, false, NOW)).isInstanceOf(AttemptConflict.class);
        charge(order, onlyPayment(order));
        assertThatThrownBy(() -> order.pay(other, false, NOW)).isInstanceOf(AttemptConflict.class);
    }

    @Test
    void triesADeclinedAttemptAnewEvenForLess() {
        var order = declinedOrder();
        var cheaper = withLines(request, List.of(workbook));

        var turn = order.pay(cheaper, false, NOW);

        assertThat(turn).isInstanceOfSatisfying(Turn.Ask.class, ask -> {
            assertThat(ask.payment().tryNumber()).isEqualTo(2);
            assertThat(ask.payment().amount()).isEqualTo(Money.of(2700, "USD"));
        });
    }

    @Test
    void answersADoubleClickWithADeclinedCardWithItsDecline() {
        var order = declinedOrder();

        assertThat(order.pay(request, true, NOW)).isEqualTo(new Turn.Answer(onlyPayment(order)));
    }

    @Test
    void givesUpAnUnansweredAuthenticationForAnotherChoice() {
        var order = Order.place(request, NOW);
        settle(order, new ChargeResult.NeedsAuthentication("/bank"));

        assertThat(order.pay(request, true, NOW)).isInstanceOf(Turn.Answer.class);
        assertThat(order.pay(request, false, NOW)).as("another card").isInstanceOf(Turn.Replace.class);
        assertThat(order.pay(withLines(request, List.of(workbook)), false, NOW)).isInstanceOf(Turn.Replace.class);
    }

    @Test
    void stopsWhoeverTestsCards() {
        var order = declinedOrder();
        for (int i = 2; i <= Tries.MOST_DECLINES; i++) {
            var asked = (Turn.Ask) order.pay(request, false, NOW);
            order.settled(asked.payment().after(new ChargeResult.Refused("card_declined"), NOW), "", "");
        }

        assertThat(order.pay(request, false, NOW)).isEqualTo(new Turn.Refuse("too_many_tries"));
        assertThat(order.pay(request, false, NOW.plus(Duration.ofHours(2)))).isInstanceOf(Turn.Ask.class);
    }

    @Test
    void takesAOneClickOfferForAnHour() {
        var order = paidOrder();

        assertThat(order.accept(offer(order), NOW.plus(Duration.ofMinutes(60)))).isInstanceOf(Turn.Ask.class);
        assertThat(paidOrder().accept(offer(order), NOW.plus(Duration.ofMinutes(61))))
                .isEqualTo(new Turn.Refuse("offer_expired"));
    }

    @Test
    void takesNoOfferBeforeItIsPaidNorTwice() {
        var unpaid = Order.place(request, NOW);
        assertThatThrownBy(() -> unpaid.accept(offer(unpaid), NOW)).isInstanceOf(AttemptConflict.class);

        var order = paidOrder();
        var again = new OfferRequest(UUID.randomUUID(), order.id(), workbook, "/r/x");
        assertThatThrownBy(() -> order.accept(again, NOW)).isInstanceOf(AttemptConflict.class);
    }

    @Test
    void doesNotAskTheSavedCardASecondTime() {
        var order = paidOrder();
        var offer = offer(order);
        var asked = (Turn.Ask) order.accept(offer, NOW);
        var declined = asked.payment().after(new ChargeResult.Refused("card_declined"), NOW);
        order.settled(declined, "", "");

        assertThat(order.accept(offer, NOW)).isEqualTo(new Turn.Answer(declined));
    }

    @Test
    void keepsASettledPaymentAsItIs() {
        var order = paidOrder();

        assertThatThrownBy(() -> onlyPayment(order).after(new ChargeResult.Refused("late"), NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    private Order declinedOrder() {
        var order = Order.place(request, NOW);
        settle(order, new ChargeResult.Refused("card_declined"));
        return order;
    }

    private Order paidOrder() {
        var order = Order.place(request, NOW);
        charge(order, onlyPayment(order));
        return order;
    }

    private static void charge(Order order, Payment payment) {
        order.settled(payment.after(new ChargeResult.Charged("ch_1", "card_1", "Visa", ""), NOW), "Visa", "card_1");
    }

    private static void settle(Order order, ChargeResult result) {
        order.settled(onlyPayment(order).after(result, NOW), "", "");
    }

    private static Payment onlyPayment(Order order) {
        assertThat(order.payments()).hasSize(1);
        return order.payments().getFirst();
    }

    private static OfferRequest offer(Order order) {
        return new OfferRequest(UUID.randomUUID(), order.id(), line("Course", OfferKind.UPSELL, 9700), "/r/x");
    }

    private static CheckoutRequest withLines(CheckoutRequest r, List<LineItem> lines) {
        return new CheckoutRequest(
                r.attempt(),
                r.funnel(),
                r.passage(),
                r.contact(),
                r.email(),
                r.name(),
                r.address(),
                lines,
                r.coupon(),
                r.card(),
                r.source(),
                r.returnPath());
    }

    private static CheckoutRequest withAttempt(CheckoutRequest r, UUID attempt) {
        return new CheckoutRequest(
                attempt,
                r.funnel(),
                r.passage(),
                r.contact(),
                r.email(),
                r.name(),
                r.address(),
                r.lines(),
                r.coupon(),
                r.card(),
                r.source(),
                r.returnPath());
    }
}
