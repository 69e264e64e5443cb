package app.backmatter.orders.payment.sandbox;

import static app.backmatter.support.OrderFixtures.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeRequest.Means;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.ChargeResult.Charged;
import app.backmatter.orders.payment.ChargeResult.NeedsAuthentication;
import app.backmatter.orders.payment.ChargeResult.Refused;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.shared.Money;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class SandboxGatewayTests {
    @Autowired
    SandboxGateway gateway;

    @Autowired
    MovableClock clock;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void chargesAndKeepsTheCardForLater() {
        var charged = (Charged) gateway.charge(typed("4242424242424242", 2700));

        assertThat(charged.card()).isEqualTo("Visa •••• 4242");
        assertThat(gateway.charge(saved(charged.savedCard()))).isInstanceOf(Charged.class);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002,card_declined",
        "4000000000009995,insufficient_funds",
        "4111111111111111,not_a_test_card"
    })
    void refuses(String number, String reason) {
        assertThat(gateway.charge(typed(number, 2700))).isEqualTo(new Refused(reason));
    }

    @Test
    void declinesLaterWhatPaidFirst() {
        var charged = (Charged) gateway.charge(typed("4000000000000341", 2700));

        assertThat(gateway.charge(saved(charged.savedCard()))).isEqualTo(new Refused("card_declined"));
    }

    @Test
    void demandsAuthenticationInOneClick() {
        var charged = (Charged) gateway.charge(typed("4000002760003184", 2700));

        assertThat(gateway.charge(saved(charged.savedCard()))).isInstanceOf(NeedsAuthentication.class);
    }

    @Test
    void answersTheSameKeyAsTheFirstTime() {
        var first = gateway.charge(typed("4242424242424242", 2700));

        assertThat(gateway.charge(typed("4242424242424242", 2700))).isEqualTo(first);
        assertThat(gateway.find(key)).contains(first);
    }

    @Test
    void refusesTheSameKeyForAnotherCharge() {
        gateway.charge(typed("4242424242424242", 2700));

        assertThatThrownBy(() -> gateway.charge(typed("4242424242424242", 100)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gateway.charge(typed("5555555555554444", 2700)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void losesTheAnswerButNotTheCharge() {
        assertThatThrownBy(() -> gateway.charge(typed("4000000000009987", 2700)))
                .isInstanceOf(GatewayTimeout.class);

        assertThat(gateway.find(key)).get().isInstanceOf(Charged.class);
    }

    @Test
    void staysSilentForAWhile() {
        var request = typed("4000000000000119", 2700);
        assertThatThrownBy(() -> gateway.charge(request)).isInstanceOf(GatewayTimeout.class);
        assertThatThrownBy(() -> gateway.find(key)).isInstanceOf(GatewayTimeout.class);

        clock.advance(Duration.ofSeconds(9));
        assertThat(gateway.find(key)).get().isInstanceOf(Charged.class);
    }

    @Test
    void gaveUpAKeyForGood() {
        assertThat(gateway.abandon(key)).isEqualTo(new Refused("abandoned"));
        assertThat(gateway.charge(typed("4242424242424242", 2700))).isEqualTo(new Refused("abandoned"));
    }

    @Test
    void cannotGiveUpWhatIsCharged() {
        var charged = gateway.charge(typed("4242424242424242", 2700));

        assertThat(gateway.abandon(key)).isEqualTo(charged);
    }

    @Test
    void waitsHalfAnHourForTheReader() {
        ChargeResult asked = gateway.charge(typed("4000002500003155", 2700));
        assertThat(asked).isInstanceOf(NeedsAuthentication.class);

        clock.advance(Duration.ofMinutes(31));
        assertThat(gateway.find(key)).contains(new Refused("authentication_expired"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "evil", "/a\r\nSet-Cookie: x"})
    void leadsBackToThisInstallationAlone(String path) {
        assertThatThrownBy(
                        () -> new ChargeRequest(key, Money.of(1, "USD"), new Means.SavedCard("x"), "Ada", path, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ChargeRequest typed(String number, long cents) {
        return new ChargeRequest(
                key, Money.of(cents, "USD"), new Means.NewCard(card(number)), "Ada Quill", "/r/x/checkout", false);
    }

    private static ChargeRequest saved(String reference) {
        return new ChargeRequest(
                UUID.randomUUID().toString(),
                Money.of(900, "USD"),
                new Means.SavedCard(reference),
                "Ada Quill",
                "/r/x/upsell",
                false);
    }
}
