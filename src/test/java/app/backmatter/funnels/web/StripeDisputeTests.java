package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.Upsell;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.stripe.FakeStripe;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** A buyer who tells the bank that the charge was wrong. */
@BackmatterTest
class StripeDisputeTests {
    @Autowired
    StripeShops shops;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    FakeStripe stripe;
    StripeShop shop;
    ObjectNode dispute;

    @BeforeEach
    void sell() {
        stripe = new FakeStripe("http://localhost");
        shop = shops.open(stripe);
        shop.buy();
        dispute = stripe.dispute(stripe.charges().getFirst());
    }

    @AfterEach
    void close() {
        stripe.close();
        clock.reset();
    }

    @Test
    void holdsBackWhatWasBoughtAndTellsTheAuthor() {
        assertThat(owned()).isEqualTo(1);

        tell("charge.dispute.created");

        await().atMost(Duration.ofSeconds(15)).until(() -> owned() == 0);
        assertThat(orderPage()).contains("wants $19 back", "never came", "on Stripe’s site by", "Disputed");
        assertThat(page("/orders")).contains("Disputed");
        assertThat(page("")).contains("asks what you say to a dispute");
        assertThat(shop.receipt().text()).contains("Your bank disputes the payment for it");
        assertThat(letter()).contains("wants $19 back", "the order’s page says how long");
    }

    @Test
    void leavesAloneWhatAnotherChargePaidFor() {
        shop.follow(shop.accept(Upsell.class).location());
        assertThat(owned()).isEqualTo(2);

        tell("charge.dispute.created");

        await().atMost(Duration.ofSeconds(15)).until(() -> owned() == 1);
    }

    @Test
    void givesItBackWhenTheAuthorWins() {
        tell("charge.dispute.created");
        await().atMost(Duration.ofSeconds(15)).until(() -> owned() == 0);

        dispute.put("status", "won");
        tell("charge.dispute.closed");

        await().atMost(Duration.ofSeconds(15)).until(() -> owned() == 1);
        assertThat(orderPage()).contains("stays yours");
    }

    @Test
    void keepsItHeldBackWhenTheAuthorLoses() {
        dispute.put("status", "lost");
        tell("charge.dispute.closed");

        await().atMost(Duration.ofSeconds(15)).until(() -> owned() == 0);
        assertThat(orderPage()).contains("and took it", "Taken by the bank in a dispute");
        assertThat(page("/orders")).contains("Refunded", "$0 of $19");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(page("/reports?days=all")).contains("$0 after $19 refunded"));
        assertThat(mails("refund")).as("the bank told the reader").isZero();
    }

    @Test
    void anInquiryIsToldAndHoldsNothingBack() {
        dispute.put("status", "warning_needs_response");

        tell("charge.dispute.created");

        await().atMost(Duration.ofSeconds(15)).until(() -> mails("dispute") == 1);
        assertThat(owned()).isEqualTo(1);
        assertThat(orderPage()).contains("It holds no money so far", "Give money back");
    }

    @Test
    void aDisputeThatNobodyToldIsFoundByAsking() {
        stripe.event("charge.dispute.created", dispute);

        shops.askForEvents();

        await().atMost(Duration.ofSeconds(15)).until(() -> owned() == 0);
    }

    @Test
    void callsInTheWrongOrderAndTwiceComeToTheSame() {
        var created = stripe.event("charge.dispute.created", dispute);
        dispute.put("status", "won");
        tell("charge.dispute.closed");
        shop.call(created);
        shop.call(created);

        await().atMost(Duration.ofSeconds(15)).until(() -> mails("dispute") == 1);
        assertThat(owned()).isEqualTo(1);
        assertThat(orderPage()).contains("stays yours");
    }

    @Test
    void aDisputeOfSomethingElseThatTheAccountSellsIsLeftAlone() {
        var foreign = stripe.intents().getFirst();
        foreign.putObject("metadata");
        shops.jdbc()
                .sql("update stripe_charges set intent_id = 'elsewhere' where intent_id = ?")
                .param(foreign.path("id").asString())
                .update();

        tell("charge.dispute.created");

        await().atMost(Duration.ofSeconds(15)).until(() -> done() == 1);
        assertThat(owned()).isEqualTo(1);
    }

    @Test
    void aDisputeOfAChargeWithoutAPaymentIntentIsNotAskedAboutAgain() {
        dispute.putNull("payment_intent");

        tell("charge.dispute.created");

        await().atMost(Duration.ofSeconds(15)).until(() -> done() == 1);
        assertThat(owned()).isEqualTo(1);
        assertThat(stripe.asked()).noneMatch(one -> one.path().endsWith("/null"));
    }

    private void tell(String type) {
        assertThat(shop.call(stripe.event(type, dispute))).isEqualTo(204);
    }

    private int owned() {
        return WorkspaceScope.call(
                shop.workspace().id(),
                () -> shops.orders().ownedBy(shop.order().contact()).size());
    }

    private String orderPage() {
        return page("/orders/" + shop.order().id());
    }

    private String page(String rest) {
        var author = Browser.on(port).withCookie(shop.workspace().owner().cookie());
        return Jsoup.parse(author.get(shop.workspace().path(rest)).body()).text();
    }

    private String letter() {
        return new Mailbox(shops.jdbc(), shop.workspace().id())
                .waitForOneTo(shop.workspace().owner().email().value(), "wants money")
                .text();
    }

    private long mails(String template) {
        return shops.jdbc()
                .sql("select count(*) from messages where workspace_id = ? and template = ?")
                .param(shop.workspace().id().value())
                .param(template)
                .query(Long.class)
                .single();
    }

    private long done() {
        return shops.jdbc()
                .sql("select count(*) from stripe_events where acted_at is not null and account = ?")
                .param(shop.address().substring(shop.address().lastIndexOf('/') + 1))
                .query(Long.class)
                .single();
    }
}
