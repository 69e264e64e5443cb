package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.stripe.FakeStripe;
import app.backmatter.support.stripe.Trouble;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The first payment, on Stripe's own page. */
@BackmatterTest
class StripeCheckoutTests {
    private static final String SESSIONS = "/v1/checkout/sessions";

    @Autowired
    StripeShops shops;

    @Autowired
    MovableClock clock;

    FakeStripe stripe;
    StripeShop shop;

    @BeforeEach
    void openShop() {
        stripe = new FakeStripe("http://localhost");
        shop = shops.open(stripe);
    }

    @AfterEach
    void close() {
        stripe.close();
        clock.reset();
    }

    @Test
    void asksForNoCardAndSaysWhereItIsTyped() {
        var page = shop.checkout().page();

        assertThat(page.select("#number, #expiry, #cvc, #name")).isEmpty();
        assertThat(page.select(".button-primary").text())
                .contains("Go to Stripe and pay")
                .contains("$19");
        assertThat(page.text()).contains("only Stripe’s test cards").doesNotContain("sandbox");
    }

    @Test
    void opensAPageWithTheLinesThatKeepsTheCard() {
        var stripes = shop.goToStripe("bump", "yes");

        var asked = stripe.writes(SESSIONS).getFirst();
        assertThat(asked.fields())
                .containsEntry("mode", "payment")
                .containsEntry("customer_creation", "always")
                .containsEntry("customer_email", "ana@example.com")
                .containsEntry("payment_intent_data[setup_future_usage]", "off_session")
                .containsEntry("line_items[0][price_data][unit_amount]", "1900")
                .containsEntry("line_items[1][price_data][unit_amount]", "700")
                .containsEntry("line_items[1][price_data][product_data][name]", "Launch checklist");
        assertThat(asked.key()).isEqualTo(asked.fields().get("metadata[backmatter_payment]"));
        assertThat(stripes).startsWith(stripe.address() + "/pay/cs_test_");
    }

    @Test
    void settlesAPaidPageWhenItsReaderComesBack() {
        var next = shop.buy();

        assertThat(next.text()).contains("The course").contains("•••• 4242");
        shop.assertSoldOnce(1900);
    }

    @Test
    void whoLeavesThePageIsBackOnTheCheckoutWithAllThatWasTyped() {
        shop.goToStripe("bump", "yes");

        var back = shop.follow(shop.paymentPath(Tripwire.class) + "?back=left");

        assertThat(back.text()).contains("not finished").contains("Nothing was charged");
        assertThat(back.page().select("#email").val()).isEqualTo("ana@example.com");
        assertThat(back.page().select("#bump").hasAttr("checked")).isTrue();
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void whoPressesAgainIsTakenToTheSamePage() {
        var first = shop.goToStripe();

        assertThat(shop.goToStripe()).isEqualTo(first);
        assertThat(stripe.writes(SESSIONS)).hasSize(1);
    }

    @Test
    void whoAddsTheBumpGetsAnotherPageAndTheFirstIsClosed() {
        var first = shop.goToStripe();

        var second = shop.goToStripe("bump", "yes");

        assertThat(second).isNotEqualTo(first);
        assertThat(stripe.sessions())
                .extracting(session -> session.path("status").asString())
                .containsExactly("open", "expired");
        stripe.payAt(first);
        stripe.payAt(second);
        shop.comeBack();
        shop.assertSoldOnce(2600);
    }

    @Test
    void whoPaidMeanwhileIsNotLedToAnotherPage() {
        stripe.payAt(shop.goToStripe());

        var answer = shop.press("bump", "yes");

        assertThat(answer.status()).isEqualTo(303);
        shop.follow(answer.location());
        shop.assertSoldOnce(1900);
    }

    @Test
    void whoComesBackTooLateTriesAgain() {
        var first = shop.goToStripe();
        stripe.expire(first);
        clock.advance(Duration.ofHours(2));

        assertThat(shop.comeBack().text()).contains("not finished");
        stripe.payAt(shop.goToStripe());
        shop.comeBack();

        shop.assertSoldOnce(1900);
        assertThat(shop.payments()).containsExactly("DECLINED abandoned", "CHARGED");
    }

    @Test
    void oneClickOnTheCheckoutIsEnoughAfterItsPageHasClosed() {
        var first = shop.goToStripe();
        stripe.expire(first);

        assertThat(shop.goToStripe()).isNotEqualTo(first);
    }

    @Test
    void settlesAPaidPageWhoseReaderNeverComesBack() {
        stripe.payAt(shop.goToStripe());

        clock.advance(Duration.ofMinutes(2));

        shop.awaitPaid();
        shop.assertSoldOnce(1900);
    }

    @Test
    void manyClicksAtOnceOpenOnePage() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> click = () -> shop.goToStripe();
            var pages = threads.invokeAll(Stream.generate(() -> click).limit(8).toList());

            assertThat(pages)
                    .extracting(page -> page.get())
                    .containsOnly(stripe.sessions().getFirst().path("url").asString());
        }
        assertThat(stripe.sessions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void asksOnceMoreWithTheSameKey(Trouble trouble) {
        stripe.trouble(trouble);

        stripe.payAt(shop.goToStripe());
        shop.comeBack();

        assertThat(stripe.writes(SESSIONS))
                .hasSize(2)
                .extracting(asked -> asked.key())
                .containsOnly(key());
        assertThat(stripe.sessions()).hasSize(1);
        shop.assertSoldOnce(1900);
    }

    @Test
    void whatStripeDoesNotAnswerIsAskedAgainLater() {
        stripe.trouble(Collections.nCopies(9, Trouble.BROKEN).toArray(Trouble[]::new));

        var answer = shop.press();
        assertThat(answer.status()).isEqualTo(303);
        assertThat(shop.follow(answer.location()).text()).contains("asks again by itself");
        clock.advance(Duration.ofSeconds(30));
        await().until(() -> shop.payments().equals(List.of("NEEDS_AUTHENTICATION")));

        assertThat(stripe.writes(SESSIONS)).extracting(asked -> asked.key()).containsOnly(key());
        assertThat(shop.goToStripe()).startsWith(stripe.address());
        assertThat(stripe.sessions()).hasSize(1);
    }

    @Test
    void anOrderWithoutANameTakesTheOneThatWasTypedAtStripe() {
        shop.buy();

        assertThat(shop.order().name()).isEqualTo("Ana Reader");
    }

    @Test
    void anOwnerWhoPaysAgainIsNotCharged() {
        shop.buy();
        var again = shop.inAnotherWindow();

        stripe.payAt(again.goToStripe());
        assertThat(again.comeBack().text()).contains("mailbox");

        assertThat(stripe.intents())
                .extracting(intent -> intent.path("status").asString())
                .containsExactly("canceled", "succeeded");
    }

    private String key() {
        return stripe.writes(SESSIONS).getFirst().key();
    }
}
