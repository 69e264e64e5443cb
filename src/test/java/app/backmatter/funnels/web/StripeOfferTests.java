package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.funnels.domain.Upsell;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.stripe.CardBehaviour;
import app.backmatter.support.stripe.FakeStripe;
import app.backmatter.support.stripe.Trouble;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One-click offers, charged to the card that Stripe keeps. */
@BackmatterTest
class StripeOfferTests {
    private static final String INTENTS = "/v1/payment_intents";
    private static final long BOTH = 1900 + 9700;

    @Autowired
    StripeShops shops;

    @Autowired
    MovableClock clock;

    FakeStripe stripe;
    StripeShop shop;

    @BeforeEach
    void buyTheFirst() {
        stripe = new FakeStripe("http://localhost");
        shop = shops.open(stripe);
        shop.buy();
    }

    @AfterEach
    void close() {
        stripe.close();
        clock.reset();
    }

    @Test
    void chargesTheKeptCardWithoutItsOwner() {
        var answer = shop.accept(Upsell.class);

        assertThat(shop.follow(answer.location()).text()).contains("More lessons");
        var first = stripe.intents().getLast();
        assertThat(stripe.writes(INTENTS).getFirst().fields())
                .containsEntry("amount", "9700")
                .containsEntry("customer", first.path("customer").asString())
                .containsEntry("payment_method", first.path("payment_method").asString())
                .containsEntry("off_session", "true")
                .containsEntry("confirm", "true");
        shop.assertSold(BOTH, 2);
    }

    @Test
    void aDeclineKeepsTheFirstSaleAndShowsWhatIsNext() {
        stripe.keptCard(CardBehaviour.DECLINED);

        var next = shop.follow(shop.accept(Upsell.class).location());

        assertThat(next.text()).contains("Your card refused").contains("Three lessons");
        assertThat(shop.payments()).containsExactly("CHARGED", "DECLINED insufficient_funds");
        shop.assertSoldOnce(1900);
    }

    @Test
    void aBankThatAsksIsAnsweredOnItsPage() {
        stripe.keptCard(CardBehaviour.ASKS);

        var bank = StripeShop.onward(shop.accept(Upsell.class));
        assertThat(shop.now().text()).contains("The course");
        stripe.atTheBank(bank, true);

        assertThat(shop.follow(shop.paymentPath(Upsell.class)).text()).contains("More lessons");
        shop.assertSold(BOTH, 2);
    }

    @Test
    void aRefusalAtTheBankKeepsTheFirstSale() {
        stripe.keptCard(CardBehaviour.ASKS);

        stripe.atTheBank(StripeShop.onward(shop.accept(Upsell.class)), false);

        assertThat(shop.follow(shop.paymentPath(Upsell.class)).text()).contains("Three lessons");
        assertThat(shop.payments()).containsExactly("CHARGED", "DECLINED authentication_refused");
        assertThat(stripe.intents().getFirst().path("status").asString()).isEqualTo("canceled");
        shop.assertSoldOnce(1900);
    }

    @Test
    void whoNeverAnswersTheBankIsChargedNothing() {
        stripe.keptCard(CardBehaviour.ASKS);
        StripeShop.onward(shop.accept(Upsell.class));

        clock.advance(Duration.ofMinutes(40));
        await().until(() -> shop.payments().equals(List.of("CHARGED", "DECLINED authentication_expired")));

        shop.assertSoldOnce(1900);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void chargesOnceWhateverGoesWrong(Trouble trouble) {
        stripe.trouble(trouble);

        shop.follow(shop.accept(Upsell.class).location());

        assertThat(stripe.writes(INTENTS))
                .hasSize(2)
                .extracting(asked -> asked.key())
                .containsOnly(key());
        shop.assertSold(BOTH, 2);
    }

    @Test
    void aChargeWhoseAnswerIsLostForGoodIsFoundByAsking() {
        stripe.trouble(Trouble.DONE_AND_LOST, Trouble.LOST, Trouble.LOST);

        var answer = shop.accept(Upsell.class);

        shop.follow(answer.location());
        shop.assertSold(BOTH, 2);
    }

    @Test
    void aChargeThatStripeNeverHeardOfIsGivenUp() {
        stripe.trouble(Collections.nCopies(3, Trouble.LOST).toArray(Trouble[]::new));
        var answer = shop.accept(Upsell.class);
        assertThat(shop.follow(answer.location()).text()).contains("asks again by itself");

        clock.advance(Duration.ofMinutes(3));
        await().until(() -> shop.payments().equals(List.of("CHARGED", "DECLINED abandoned")));

        assertThat(stripe.writes(INTENTS)).extracting(asked -> asked.key()).containsOnly(key());
        shop.assertSoldOnce(1900);
    }

    private String key() {
        return stripe.writes(INTENTS).getFirst().key();
    }
}
