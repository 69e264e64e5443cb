package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.orders.payment.stripe.StripeAccounts;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.TestWorkspace;
import app.backmatter.support.stripe.CardBehaviour;
import app.backmatter.support.stripe.FakeStripe;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A reader with a phone at a shop that takes money with Stripe, whose pages are on another site. However it goes: one
 * charge, one order, one receipt, one delivery.
 */
@BackmatterTest
class StripeJourneyTests {
    private static final String READER = "rita@example.com";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    StripeAccounts stripeAccounts;

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    FakeStripe stripe;
    TestWorkspace workspace;
    Journey reader;

    @BeforeEach
    void signUp() {
        var address = "http://localhost:" + port;
        stripe = new FakeStripe(address);
        workspace = accounts.workspace();
        WorkspaceScope.run(
                workspace.id(),
                () -> stripeAccounts.connect(FakeStripe.SECRET, FakeStripe.WEBHOOK_SECRET, stripe.address()));
        reader = Journey.onPhone(address, true);
        reader.open(funnels.publishedFreeGift(workspace).path()).type("E-mail address", READER);
        button("form button.button-primary");
    }

    @AfterEach
    void leave() {
        reader.close();
        stripe.close();
        clock.reset();
    }

    @Test
    void paid() {
        goToStripe();
        reader.press("Pay");
        assertThat(reader.text()).contains("•••• 4242");
        sayYes();

        awaitSold(1900 + 9700, 2);
    }

    @Test
    void declinedThenPaid() {
        goToStripe();
        reader.press("Pay with a bad card");
        assertThat(reader.text()).contains("Your card was declined");
        reader.press("Pay");
        reader.check();

        awaitSold(1900, 1);
    }

    @Test
    void leftThenPaid() {
        goToStripe();
        reader.follow("Back to the shop");
        assertThat(reader.text()).contains("The payment was not finished. Nothing was charged");
        assertThat(reader.page().locator("#email").inputValue()).isEqualTo(READER);
        press("Go to Stripe and pay $19");
        reader.press("Pay");

        awaitSold(1900, 1);
    }

    @Test
    void authenticationOnAnOffer() {
        stripe.keptCard(CardBehaviour.ASKS);
        goToStripe();
        reader.press("Pay");
        button("form[action$=acceptance] button");
        reader.page().waitForURL(url -> url.startsWith(stripe.address() + "/bank/"));
        reader.press("Approve");
        reader.check();

        awaitSold(1900 + 9700, 2);
    }

    @Test
    void returnedLate() {
        goToStripe();
        var page = reader.page().url();
        stripe.expire(page);
        clock.advance(Duration.ofHours(3));
        reader.page().reload();
        assertThat(reader.text()).contains("This page is closed");
        reader.page().goBack();
        press("Go to Stripe and pay $19");
        assertThat(reader.page().url()).isNotEqualTo(page);
        reader.press("Pay");

        awaitSold(1900, 1);
    }

    @Test
    void webhookFirst() throws IOException, InterruptedException {
        goToStripe();
        stripe.payAt(reader.page().url());
        tellCompleted();
        await().until(() -> !orders().isEmpty());
        reader.press("Pay");

        assertThat(reader.text()).contains("•••• 4242");
        awaitSold(1900, 1);
        tellCompleted();
        awaitSold(1900, 1);
    }

    @Test
    void webhookNever() {
        goToStripe();
        stripe.payAt(reader.page().url());
        reader.page().close();
        clock.advance(Duration.ofMinutes(2));

        awaitSold(1900, 1);
    }

    @Test
    void upsellDeclined() {
        stripe.keptCard(CardBehaviour.DECLINED);
        goToStripe();
        reader.press("Pay");
        sayYes();
        assertThat(reader.text()).contains("Your card refused the last charge").contains("$37");

        awaitSold(1900, 1);
    }

    private void goToStripe() {
        reader.page().locator("a[href*='/checkout/']").first().click();
        assertThat(reader.page().locator("#number").count()).isZero();
        reader.check();
        press("Go to Stripe and pay $19");
    }

    /** Leads off our site. */
    private void press(String name) {
        reader.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        reader.page().waitForURL(url -> url.startsWith(stripe.address() + "/pay/"));
    }

    private void sayYes() {
        button("form[action$=acceptance] button");
        reader.page().waitForLoadState();
        reader.check();
    }

    private void button(String selector) {
        reader.page().locator(selector).first().click();
    }

    private void tellCompleted() throws IOException, InterruptedException {
        var account = WorkspaceScope.call(
                workspace.id(), () -> stripeAccounts.connected().orElseThrow());
        var event = stripe.event("checkout.session.completed", stripe.sessions().getFirst())
                .toString();
        var path = URI.create(account.webhookAddress()).getPath();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Stripe-Signature", FakeStripe.signature(event, FakeStripe.WEBHOOK_SECRET, clock.instant()))
                .POST(BodyPublishers.ofString(event))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
        }
    }

    private List<OrderView> orders() {
        return WorkspaceScope.call(workspace.id(), () -> orders.latest(10));
    }

    /** @param charges how many came to so much */
    private void awaitSold(long cents, int charges) {
        await().until(() -> !orders().isEmpty());
        assertThat(stripe.charges()).hasSize(charges);
        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.total().minorUnits()).isEqualTo(cents);
            assertThat(order.lines()).hasSize(charges);
        });
        clock.advance(Duration.ofMinutes(16));
        var mailbox = new Mailbox(jdbc, workspace.id());
        mailbox.waitForOneTo(READER, "eceipt");
        assertThat(mailbox.to(READER).stream().filter(mail -> mail.subject().contains("eceipt")))
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from entitlements where workspace_id = ? and order_id is not null")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(charges);
    }
}
