package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.funnels.domain.Upsell;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.stripe.CardBehaviour;
import app.backmatter.support.stripe.FakeStripe;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Stripe tells by itself: in any order, any number of times, and to nobody else's effect. */
@BackmatterTest
class StripeCallsTests {
    private static final String COMPLETED = "checkout.session.completed";

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
    void aCallBeforeTheReaderComesBackSettlesThePayment() {
        stripe.payAt(shop.goToStripe());

        assertThat(shop.call(completed())).isEqualTo(204);
        shop.awaitPaid();

        assertThat(shop.comeBack().text()).contains("The course");
        shop.assertSoldOnce(1900);
    }

    @Test
    void theSameCallFiveTimesAndAllAtOnceIsOneSale() throws InterruptedException {
        stripe.payAt(shop.goToStripe());
        var event = completed();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> call = () -> shop.call(event);
            assertThat(threads.invokeAll(Collections.nCopies(5, call)))
                    .extracting(answer -> answer.get())
                    .containsOnly(204);
            shop.comeBack();
        }

        shop.assertSoldOnce(1900);
        awaitAllDone(1);
    }

    @Test
    void callsInTheWrongOrderComeToTheSame() {
        stripe.payAt(shop.goToStripe());
        var session = shop.session();
        var intent = stripe.intents().getFirst();

        shop.call(stripe.event("payment_intent.succeeded", intent).toString());
        shop.call(stripe.event("payment_intent.payment_failed", intent).toString());
        shop.call(stripe.event("checkout.session.expired", session).toString());
        shop.call(completed());

        awaitAllDone(4);
        shop.assertSoldOnce(1900);
    }

    @Test
    void aPageThatClosedUnpaidFreesTheCheckout() {
        var page = shop.goToStripe();
        stripe.expire(page);

        shop.call(stripe.event("checkout.session.expired", shop.session()).toString());

        await().until(() -> shop.payments().contains("DECLINED abandoned"));
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void aCallSettlesWhatWasApprovedAtTheBank() {
        shop.buy();
        stripe.keptCard(CardBehaviour.ASKS);
        stripe.atTheBank(StripeShop.onward(shop.accept(Upsell.class)), true);

        shop.call(stripe.event("payment_intent.succeeded", stripe.intents().getFirst())
                .toString());

        await().until(() -> shop.order().lines().size() == 2);
        shop.assertSold(1900 + 9700, 2);
    }

    /** Which looks for calls by itself but every few seconds. */
    @Test
    void aCallWakesTheJob() {
        stripe.payAt(shop.goToStripe());
        var job = shops.jdbc().sql("""
            update scheduled_tasks set execution_time = now() + interval '5 minutes'
            where task_name = 'act-on-stripe-events' and not picked
            """);
        await().until(() -> job.update() == 1);

        shop.call(completed());

        await().until(() -> shop.order().lines().size() == 1);
    }

    @Test
    void aCallAboutAPaymentThatIsNotKnownYetWaitsForIt() {
        stripe.payAt(shop.goToStripe());
        var event = completed();
        var key = shop.session().path("metadata").path("backmatter_payment").asString();
        shops.jdbc()
                .sql("update stripe_charges set idempotency_key = 'elsewhere' where idempotency_key = ?")
                .param(key)
                .update();

        assertThat(shop.call(event)).isEqualTo(204);
        await().until(() -> tries() > 0);
        assertThat(shop.orders()).isEmpty();

        shops.jdbc()
                .sql("update stripe_charges set idempotency_key = ? where idempotency_key = 'elsewhere'")
                .param(key)
                .update();
        clock.advance(Duration.ofSeconds(20));
        awaitAllDone(1);
        shop.assertSoldOnce(1900);
    }

    @Test
    void aCallAboutSomethingElseThatTheAccountSellsIsLeftAlone() {
        var foreign = shopWithoutOurName();

        assertThat(shop.call(foreign)).isEqualTo(204);

        awaitAllDone(1);
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void whatIsNotSignedByStripeHasNoEffect() {
        stripe.payAt(shop.goToStripe());
        var event = completed();
        var now = clock.instant();

        assertThat(shops.call(shop.address(), event, "whsec_somebodyElse99")).isEqualTo(400);
        assertThat(shops.send(shop.address(), "", event)).isEqualTo(400);
        assertThat(shops.send(shop.address(), "t=1,v1=zz", event)).isEqualTo(400);
        var good = FakeStripe.signature(event, FakeStripe.WEBHOOK_SECRET, now);
        assertThat(shops.send(shop.address(), good, event.replace("complete", "Complete")))
                .isEqualTo(400);
        var old = FakeStripe.signature(event, FakeStripe.WEBHOOK_SECRET, now.minusSeconds(301));
        assertThat(shops.send(shop.address(), old, event)).isEqualTo(400);

        assertThat(kept()).isZero();
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void aCallFourMinutesOldCounts() {
        stripe.payAt(shop.goToStripe());
        var event = completed();

        var aged = FakeStripe.signature(
                event, FakeStripe.WEBHOOK_SECRET, clock.instant().minusSeconds(240));

        assertThat(shops.send(shop.address(), aged, event)).isEqualTo(204);
    }

    @Test
    void anAddressOfNobodyIsNotFoundAndAHugeBodyIsRefused() {
        assertThat(shops.call("/webhooks/stripe/" + UUID.randomUUID(), completedOfNothing(), FakeStripe.WEBHOOK_SECRET))
                .isEqualTo(404);
        assertThat(shops.call("/webhooks/stripe/nobody", completedOfNothing(), FakeStripe.WEBHOOK_SECRET))
                .isEqualTo(404);
        assertThat(shop.call("x".repeat(1_000_001))).isEqualTo(400);
        assertThat(shop.call("no JSON")).isEqualTo(204);
        assertThat(shop.call("[]")).isEqualTo(204);
    }

    @Test
    void anotherWorkspaceCanTellNothingAboutOurs() {
        stripe.payAt(shop.goToStripe());
        var event = completed();
        var stranger = shops.open(stripe);

        assertThat(stranger.call(event)).isEqualTo(204);

        await().until(() -> done(stranger.address()) == 1);
        assertThat(shop.orders()).isEmpty();
        assertThat(shop.call(event)).isEqualTo(204);
        shop.awaitPaid();
    }

    @Test
    void whatNoCallToldIsAskedFor() {
        stripe.payAt(shop.goToStripe());
        stripe.event(COMPLETED, shop.session());

        shops.askForEvents();

        await().atMost(Duration.ofSeconds(60)).until(() -> kept() == 1);
        awaitAllDone(1);
        assertThat(shop.follow(shop.paymentPath(Tripwire.class)).text()).contains("The course");
        shop.assertSoldOnce(1900);
    }

    private String completed() {
        return stripe.event(COMPLETED, shop.session()).toString();
    }

    private String completedOfNothing() {
        shop.goToStripe();
        return completed();
    }

    private String shopWithoutOurName() {
        shop.goToStripe();
        var session = shop.session().deepCopy();
        session.putObject("metadata").put("order", "of another shop");
        return stripe.event(COMPLETED, session).toString();
    }

    private void awaitAllDone(int events) {
        await().until(() -> done(shop.address()) == events);
        assertThat(kept()).isEqualTo(events);
    }

    private long done(String address) {
        return count("acted_at is not null and body = ''", address);
    }

    private long kept() {
        return count("true", shop.address());
    }

    private long tries() {
        return shops.jdbc()
                .sql("select coalesce(sum(tries), 0) from stripe_events where account = ?")
                .param(account(shop.address()))
                .query(Long.class)
                .single();
    }

    private long count(String condition, String address) {
        return shops.jdbc()
                .sql("select count(*) from stripe_events where account = ? and " + condition)
                .param(account(address))
                .query(Long.class)
                .single();
    }

    private static String account(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
