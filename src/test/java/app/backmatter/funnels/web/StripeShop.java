package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.orders.OrderView;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestWorkspace;
import app.backmatter.support.stripe.FakeStripe;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A shop that takes money with Stripe, and a reader who has signed up there. */
final class StripeShop {
    static final String EMAIL = "ana@example.com";

    private final StripeShops shops;
    private final FakeStripe stripe;
    private final TestWorkspace workspace;
    private final PublishedRevision revision;
    private final ReaderBrowser browser;
    private final String way;

    StripeShop(
            StripeShops shops,
            FakeStripe stripe,
            TestWorkspace workspace,
            PublishedRevision revision,
            ReaderBrowser browser) {
        this.shops = shops;
        this.stripe = stripe;
        this.workspace = workspace;
        this.revision = revision;
        this.browser = browser;
        this.way =
                browser.post("/p/" + workspace.slug() + "/gift", "email", EMAIL).location();
    }

    /** The same person signs up once more. */
    StripeShop inAnotherWindow() {
        return new StripeShop(shops, stripe, workspace, revision, shops.browser());
    }

    TestWorkspace workspace() {
        return workspace;
    }

    /** @param offer whose payment it is; the address to which Stripe and the bank send the reader back */
    String paymentPath(Class<? extends Offer> offer) {
        var reader = way.substring(way.lastIndexOf('/') + 1);
        return shops.readers().with(reader, found -> found.paymentPath(ReaderFunnels.step(revision, offer)));
    }

    Answer checkout() {
        return browser.get(checkoutPath());
    }

    /** Presses the button of the checkout. */
    Answer press(String... more) {
        var fields = new String[more.length + 2];
        System.arraycopy(more, 0, fields, 0, more.length);
        fields[more.length] = "email";
        fields[more.length + 1] = EMAIL;
        return browser.post(checkoutPath(), fields);
    }

    /** Where a page that goes on by itself goes. */
    static String onward(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var page = answer.page();
        var goesOn = page.select("meta[http-equiv=refresh]").attr("content").replace("0; url=", "");
        assertThat(page.select("a.button-primary").attr("href"))
                .isEqualTo(goesOn)
                .startsWith("http");
        return goesOn;
    }

    /** Presses the button and is taken to Stripe. */
    String goToStripe(String... more) {
        return onward(press(more));
    }

    /** Has paid at Stripe, and is sent back. */
    Answer comeBack() {
        return follow(paymentPath(Tripwire.class) + "?back=paid");
    }

    /** Buys the tripwire and is shown the next offer. */
    Answer buy() {
        stripe.payAt(goToStripe());
        return comeBack();
    }

    Answer accept(Class<? extends Offer> offer) {
        return browser.post(
                way + "/steps/" + ReaderFunnels.step(revision, offer).id() + "/acceptance");
    }

    Answer get(String path) {
        return browser.get(path);
    }

    Answer follow(String path) {
        var answer = browser.get(path);
        return answer.status() == 303 ? follow(answer.location()) : answer;
    }

    Answer receipt() {
        return browser.get(way + "/receipt");
    }

    /** Where the reader is now. */
    Answer now() {
        return follow(way);
    }

    List<OrderView> orders() {
        return WorkspaceScope.call(workspace.id(), () -> shops.orders().latest(10));
    }

    OrderView order() {
        assertThat(orders()).hasSize(1);
        return orders().getFirst();
    }

    void awaitPaid() {
        await().until(() -> !orders().isEmpty());
    }

    /** The states of all tries to pay, first one first. */
    List<String> payments() {
        return shops.jdbc().sql("""
            select state || ' ' || reason from payments where workspace_id = ? order by started_at, id
            """).param(workspace.id().value()).query(String.class).list().stream()
                .map(String::strip)
                .toList();
    }

    /** One charge, one order, one receipt, one delivery of what was bought for so much. */
    void assertSoldOnce(long cents) {
        assertThat(stripe.charges())
                .extracting(charge -> charge.path("amount").asLong())
                .containsExactly(cents);
        assertSold(cents, 1);
    }

    /** @param charges how many charges came to so much */
    void assertSold(long cents, int charges) {
        var order = order();
        assertThat(order.total().minorUnits()).isEqualTo(cents);
        assertThat(stripe.charges()).hasSize(charges);
        assertThat(stripe.charges().stream()
                        .mapToLong(charge -> charge.path("amount").asLong())
                        .sum())
                .isEqualTo(cents);
        awaitReceipt();
        assertThat(delivered()).isEqualTo(order.lines().size());
    }

    /** A payment that a job settles is on the order a moment before the reader's way leads to the receipt. */
    private void awaitReceipt() {
        var mailbox = new Mailbox(shops.jdbc(), workspace.id());
        await().untilAsserted(() -> {
            follow(way + "/receipt");
            assertThat(mailbox.to(EMAIL))
                    .filteredOn(mail -> mail.subject().contains("eceipt"))
                    .hasSize(1);
        });
    }

    /** Has Stripe call us. @return the status of our answer */
    int call(ObjectNode event) {
        return call(event.toString());
    }

    int call(String event) {
        return shops.call(address(), event, FakeStripe.WEBHOOK_SECRET);
    }

    /** The path that Stripe is told to call. */
    String address() {
        var account = WorkspaceScope.call(
                workspace.id(), () -> shops.accounts().connected().orElseThrow());
        return account.webhookAddress().replaceFirst("^https?://[^/]+", "");
    }

    /** The session as Stripe tells of it now. */
    ObjectNode session() {
        return stripe.sessions().getFirst();
    }

    private long delivered() {
        return shops.jdbc()
                .sql("select count(*) from entitlements where workspace_id = ? and order_id is not null")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    private String checkoutPath() {
        return way + "/checkout/" + id(Tripwire.class);
    }

    private UUID id(Class<? extends Offer> offer) {
        return Objects.requireNonNull(ReaderFunnels.step(revision, offer).id());
    }
}
