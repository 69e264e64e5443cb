package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.RefundFixtures.Form;
import app.backmatter.support.stripe.FakeStripe;
import app.backmatter.support.stripe.Trouble;
import java.time.Duration;
import java.util.Collections;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** Money that goes back through Stripe: asked for here or on Stripe's own site, taken by the bank or not. */
@BackmatterTest
class StripeRefundTests {
    private static final String REFUNDS = "/v1/refunds";

    @Autowired
    StripeShops shops;

    @Autowired
    RefundFixtures refunds;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    FakeStripe stripe;
    StripeShop shop;

    @BeforeEach
    void sell() {
        stripe = new FakeStripe("http://localhost");
        shop = shops.open(stripe);
        shop.buy();
    }

    @AfterEach
    void close() {
        stripe.close();
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void givesBackOnceWhateverGoesWrong(Trouble trouble) {
        stripe.trouble(trouble);

        assertThat(form().send().told()).contains("$19 went back to Visa");

        assertThat(stripe.refunds()).hasSize(1);
        assertThat(stripe.writes(REFUNDS))
                .extracting(asked -> asked.key())
                .hasSize(2)
                .containsOnly(key());
        assertThat(refunded()).isEqualTo(1900);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"BUSY", "BROKEN", "LOST"})
    void oneThatStripeDoesNotAnswerIsAskedForAgainUnderItsKey(Trouble trouble) {
        stripe.trouble(Collections.nCopies(3, trouble).toArray(Trouble[]::new));
        assertThat(form().send().told()).contains("has not answered yet");
        assertThat(refunded()).isZero();

        clock.advance(Duration.ofMinutes(1));

        await().atMost(Duration.ofSeconds(15)).until(() -> refunded() == 1900);
        assertThat(stripe.refunds()).hasSize(1);
        assertThat(stripe.writes(REFUNDS))
                .extracting(asked -> asked.key())
                .hasSize(4)
                .containsOnly(key());
    }

    @Test
    void oneWhoseAnswerIsLostForGoodIsFoundByAsking() {
        stripe.trouble(Trouble.DONE_AND_LOST, Trouble.LOST, Trouble.LOST);

        assertThat(form().send().told()).contains("$19 went back");

        assertThat(stripe.refunds()).hasSize(1);
    }

    @Test
    void ourOwnIsNotCountedAgainWhenStripeTellsOfIt() {
        form().with(0, "5").send();

        tell("refund.created", stripe.refunds().getFirst());
        tell("refund.updated", stripe.refunds().getFirst());
        tell("charge.refunded", charge());

        awaitDone(3);
        assertThat(refunded()).isEqualTo(500);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void oneThatTheBankTakesLateIsDoneWhenStripeTells() {
        stripe.refundsBegin("pending");
        assertThat(form().takingFilesBack().send().told()).contains("is on its way");

        stripe.refunds().getFirst().put("status", "succeeded");
        tell("refund.updated", stripe.refunds().getFirst());

        await().atMost(Duration.ofSeconds(15)).until(() -> refunded() == 1900);
        assertThat(owned()).isZero();
    }

    @Test
    void oneThatFailsAfterItWentBackLeavesTheOrderAsItWas() {
        form().takingFilesBack().send();
        assertThat(owned()).isZero();

        stripe.refunds().getFirst().put("status", "failed").put("failure_reason", "lost_or_stolen_card");
        tell("refund.failed", stripe.refunds().getFirst());
        tell("refund.failed", stripe.refunds().getFirst());

        await().atMost(Duration.ofSeconds(15)).until(() -> refunded() == 0);
        awaitDone(2);
        assertThat(owned()).isEqualTo(1);
        assertThat(page("/orders/" + shop.order().id())).contains("Refund refused", "the reader’s bank refused");
        assertThat(page("")).contains("did not go back");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        assertThat(page("/reports?days=all")).contains("$19").doesNotContain("refunded"));
    }

    @Test
    void oneThatIsMadeOnStripesSiteIsARefundOfTheOrder() {
        var refund = stripe.giveBack(charge(), 500);

        tell("refund.created", refund);
        tell("charge.refunded", charge());
        tell("refund.created", refund);

        await().atMost(Duration.ofSeconds(15)).until(() -> refunded() == 500);
        awaitDone(3);
        assertThat(refunded()).isEqualTo(500);
        assertThat(page("/orders/" + shop.order().id())).contains("Given back on Stripe’s site", "−$5", "$14");
        assertThat(page("/orders")).contains("Partly refunded");
        assertThat(owned()).isEqualTo(1);
        assertThat(new Mailbox(shops.jdbc(), shop.workspace().id())
                        .waitForOneTo(StripeShop.EMAIL, "Your refund")
                        .text())
                .contains("$5");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(page("/reports?days=all")).contains("$14 after $5 refunded"));
        assertThat(form().send().told()).contains("$14 went back");
    }

    @Test
    void oneThatIsMadeThereAndTakesItsTimeCountsOnceTheMoneyIsGone() {
        stripe.refundsBegin("pending");
        var refund = stripe.giveBack(charge(), 1900);
        tell("refund.created", refund);
        awaitDone(1);
        assertThat(refunded()).isZero();

        refund.put("status", "succeeded");
        tell("refund.updated", refund);

        await().atMost(Duration.ofSeconds(15)).until(() -> refunded() == 1900);
    }

    @Test
    void oneThatIsMadeThereAndFailsComesBack() {
        var refund = stripe.giveBack(charge(), 1900);
        tell("refund.created", refund);
        await().atMost(Duration.ofSeconds(15)).until(() -> refunded() == 1900);

        refund.put("status", "failed");
        tell("refund.failed", refund);

        await().atMost(Duration.ofSeconds(15)).until(() -> refunded() == 0);
    }

    @Test
    void oneThatNobodyToldIsFoundByAsking() {
        stripe.event("refund.created", stripe.giveBack(charge(), 700));

        shops.askForEvents();

        await().atMost(Duration.ofSeconds(15)).until(() -> refunded() == 700);
    }

    @Test
    void moreThanIsLeftWhileOursIsOnItsWayWaitsForHowThatEnds() {
        stripe.refundsBegin("pending");
        form().send();
        var ours = stripe.refunds().getFirst();
        stripe.refundsBegin("succeeded");
        tell("refund.created", stripe.giveBack(charge(), 900));
        await().atMost(Duration.ofSeconds(15)).until(() -> tries() > 0);
        assertThat(refunded()).isZero();

        ours.put("status", "failed");
        tell("refund.failed", ours);

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(10));
            assertThat(refunded()).isEqualTo(900);
        });
    }

    @Test
    void oneOfADisputedPaymentIsRefusedInWords() {
        stripe.dispute(charge());

        assertThat(form().send().told()).contains("the reader’s bank disputes this payment");

        assertThat(refunded()).isZero();
    }

    private Form form() {
        return refunds.form(shop.workspace(), shop.order().id());
    }

    private ObjectNode charge() {
        return stripe.charges().getFirst();
    }

    /** What is about a charge names its payment as refunds do. */
    private void tell(String type, ObjectNode about) {
        var told = about.deepCopy();
        if (type.equals("charge.refunded")) {
            told.put("payment_intent", about.path("id").asString());
        }
        assertThat(shop.call(stripe.event(type, told))).isEqualTo(204);
    }

    private String key() {
        return stripe.writes(REFUNDS).getFirst().key();
    }

    private long refunded() {
        return shop.order().refunded().minorUnits();
    }

    private int owned() {
        return WorkspaceScope.call(
                shop.workspace().id(),
                () -> shops.orders().ownedBy(shop.order().contact()).size());
    }

    private long rows() {
        return shops.jdbc()
                .sql("select count(*) from refunds where workspace_id = ?")
                .param(shop.workspace().id().value())
                .query(Long.class)
                .single();
    }

    private void awaitDone(long events) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> events("count(*) filter (where acted_at is not null)") == events);
    }

    private long tries() {
        return events("coalesce(sum(tries), 0)");
    }

    private long events(String figure) {
        return shops.jdbc()
                .sql("select " + figure + " from stripe_events where account = ?")
                .param(shop.address().substring(shop.address().lastIndexOf('/') + 1))
                .query(Long.class)
                .single();
    }

    private String page(String rest) {
        var author = Browser.on(port).withCookie(shop.workspace().owner().cookie());
        return Jsoup.parse(author.get(shop.workspace().path(rest)).body()).text();
    }
}
