package app.backmatter.orders.payment.sandbox;

import static app.backmatter.support.OrderFixtures.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeRequest.Means;
import app.backmatter.orders.payment.ChargeResult.Charged;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import app.backmatter.orders.payment.RefundResult.Pending;
import app.backmatter.orders.payment.RefundResult.Refunded;
import app.backmatter.orders.payment.RefundResult.Refused;
import app.backmatter.shared.Money;
import app.backmatter.support.AtOnce;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class SandboxRefundTests {
    private static final String PAYS = "4242424242424242";

    @Autowired
    SandboxGateway gateway;

    @Autowired
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void givesBackPartsUpToTheChargeAndNoMore() {
        var charge = charged(PAYS);

        assertThat(gateway.refund(refund("1", charge, 2000))).isInstanceOf(Refunded.class);
        assertThat(gateway.refund(refund("2", charge, 701))).isEqualTo(new Refused("above_charge"));
        assertThat(gateway.refund(refund("3", charge, 700))).isInstanceOf(Refunded.class);
        assertThat(gateway.refund(refund("4", charge, 1))).isEqualTo(new Refused("above_charge"));
    }

    @Test
    void answersTheSameKeyAsTheFirstTime() {
        var charge = charged(PAYS);
        var first = gateway.refund(refund("1", charge, 2000));

        assertThat(gateway.refund(refund("1", charge, 2000))).isEqualTo(first);
        assertThat(gateway.findRefund(refund("1", charge, 2000))).contains(first);
        assertThat(gateway.refund(refund("2", charge, 700))).isInstanceOf(Refunded.class);
    }

    @Test
    void refusesTheSameKeyForAnotherAmount() {
        var charge = charged(PAYS);
        gateway.refund(refund("1", charge, 2000));

        assertThatThrownBy(() -> gateway.refund(refund("1", charge, 1000))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fiftyAtOnceDoNotGetMoreThanTheCharge() throws Exception {
        var charge = charged(PAYS);

        assertThat(atOnce(number -> gateway.refund(refund("at-once-" + number, charge, 100))))
                .isEqualTo(27);
    }

    @Test
    void fiftyWithOneKeyGiveBackOnce() throws Exception {
        var charge = charged(PAYS);

        assertThat(atOnce(number -> gateway.refund(refund("one", charge, 1400))))
                .isEqualTo(50);
        assertThat(gateway.refund(refund("rest", charge, 1300))).isInstanceOf(Refunded.class);
    }

    @Test
    void staysPendingUntilTheBankPays() {
        var refund = refund("1", charged("4000000000007726"), 2700);
        var pending = (Pending) gateway.refund(refund);

        clock.advance(Repayment.LATER);

        assertThat(gateway.findRefund(refund)).contains(new Refunded(pending.reference()));
    }

    @Test
    void staysPendingUntilTheBankRefuses() {
        var refund = refund("1", charged("4000000000005126"), 2700);
        assertThat(gateway.refund(refund)).isInstanceOf(Pending.class);

        clock.advance(Repayment.LATER);

        assertThat(gateway.findRefund(refund)).contains(new Refused("refund_declined"));
    }

    @Test
    void isRefusedByTheBank() {
        assertThat(gateway.refund(refund("1", charged("4000000000003006"), 2700)))
                .isEqualTo(new Refused("refund_declined"));
    }

    @Test
    void canBeAskedForALostAnswer() {
        var request = new ChargeRequest(
                UUID.randomUUID().toString(),
                Money.of(2700, "USD"),
                new Means.NewCard(card("4000000000009987")),
                "Mary",
                "/",
                false);
        assertThatThrownBy(() -> gateway.charge(request)).isInstanceOf(GatewayTimeout.class);
        var charge = ((Charged) gateway.find(request.idempotencyKey()).orElseThrow()).charge();
        var refund = refund("1", charge, 2700);

        assertThat(gateway.findRefund(refund)).isEmpty();
        assertThatThrownBy(() -> gateway.refund(refund)).isInstanceOf(GatewayTimeout.class);
        assertThat(gateway.findRefund(refund)).get().isInstanceOf(Refunded.class);
    }

    @Test
    void givesNothingBackFromAChargeThatItDoesNotKnow() {
        assertThat(gateway.refund(refund("1", "nobody's-" + UUID.randomUUID(), 2700)))
                .isEqualTo(new Refused("unknown_charge"));
    }

    private String charged(String number) {
        var request = new ChargeRequest(
                UUID.randomUUID().toString(),
                Money.of(2700, "USD"),
                new Means.NewCard(card(number)),
                "Mary",
                "/",
                false);
        return ((Charged) gateway.charge(request)).charge();
    }

    private static RefundRequest refund(String key, String charge, long cents) {
        return new RefundRequest(charge + ":" + key, charge, Money.of(cents, "USD"));
    }

    /** How many of fifty refunds went well. */
    private static long atOnce(IntFunction<RefundResult> refund) {
        var asked = IntStream.range(0, 50)
                .<Callable<RefundResult>>mapToObj(number -> () -> refund.apply(number))
                .toList();
        return AtOnce.all(asked).stream().filter(Refunded.class::isInstance).count();
    }
}
