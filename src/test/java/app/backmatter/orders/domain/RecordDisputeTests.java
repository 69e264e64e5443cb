package app.backmatter.orders.domain;

import static app.backmatter.support.OrderFixtures.line;
import static app.backmatter.support.OrderFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Orders;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.orders.payment.DisputeNews;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.shared.Money;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.DisputeFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a dispute does to money, files and figures, whatever else happens to its order. */
@BackmatterTest
class RecordDisputeTests {
    private static final String REFUNDED_LATER = "4000000000007726";

    @Autowired
    DisputeFixtures disputes;

    @Autowired
    RecordDispute recordDispute;

    @Autowired
    Checkout checkout;

    @Autowired
    Orders orders;

    @Autowired
    RefundRows refundRows;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    RefundFixtures refunds;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    Workspaces workspaces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final LineItem workbook = line("Workbook", OfferKind.TRIPWIRE, 2700);
    private final LineItem audio = line("Audio edition", OfferKind.ORDER_BUMP, 900);
    private TestWorkspace workspace;
    private ContactId reader;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
        reader = inside(fixtures::buyer);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void holdsTheMoneyAndTheFilesWhileItIsOpen() {
        var order = paid(OrderFixtures.PAYS);
        var form = refunds.form(workspace, order).with(0, "5");

        tell(order, State.OPEN, usd(3600));

        assertThat(owned()).isZero();
        assertThat(inside(() -> orders.heldBackFrom(reader))).hasSize(2);
        assertThat(held()).isEqualTo(3600);
        assertThat(form.send().status()).isEqualTo(422);
        assertThat(refunded(order)).as("nobody has decided").isZero();
    }

    @Test
    void tellsTheAuthorAsTheAuthor() {
        tell(paid(OrderFixtures.PAYS), State.OPEN, usd(3600));

        var mails = new Mailbox(jdbc, workspace.id());
        var sender = inside(() -> workspaces.get(workspace.id()).senderAddress());
        assertThat(mails.waitForOneTo(sender, "order 1").text())
                .contains("come from this address")
                .doesNotContain("was used on a page");
        assertThat(mails.all().stream().filter(mail -> !mail.to().equals(sender)))
                .allSatisfy(mail -> assertThat(mail.text()).contains("was used on a page"));
    }

    @Test
    void holdsNothingWhileTheBankMerelyAsks() {
        var order = paid(OrderFixtures.PAYS);

        tell(order, State.INQUIRY, usd(3600));

        assertThat(owned()).isEqualTo(2);
        assertThat(held()).isZero();
        assertThat(refunds.form(workspace, order).send().status()).isEqualTo(302);
    }

    @Test
    void holdsAllOfAPaymentThatTheBankCountsInItsOwnMoney() {
        tell(paid(OrderFixtures.PAYS), State.OPEN, Money.of(100, "EUR"));

        assertThat(held()).isEqualTo(3600);
    }

    @Test
    void aGiftAndWhatAnotherPaymentPaidForStayTheReaders() {
        var order = paid(OrderFixtures.PAYS);
        inside(() -> {
            orders.grant(reader, audio.product(), clock.instant());
            return order;
        });
        tell(order, State.OPEN, usd(3600));
        assertThat(inside(() -> orders.ownedBy(reader))).containsExactly(audio.product());
        tell(order, State.LOST, usd(3600));

        var again = inside(() -> checkout.pay(request(reader, OrderFixtures.PAYS, workbook)));

        assertThat(again).as("it is gone, so it is charged").isInstanceOf(PaymentOutcome.Paid.class);
        assertThat(owned()).isEqualTo(2);
        tell(again.order(), State.OPEN, usd(2700));
        assertThat(owned()).isEqualTo(1);
    }

    @Test
    void whatAnotherPaymentKeptIsHeldBackOnceItsMoneyWentBack() {
        var disputed = paid(OrderFixtures.PAYS);
        tell(disputed, State.LOST, usd(1801));
        var other = inside(() -> checkout.pay(request(reader, OrderFixtures.PAYS, workbook)))
                .order();
        assertThat(owned()).isEqualTo(1);

        refunds.form(workspace, other).takingFilesBack().send();

        assertThat(owned()).isZero();
        tell(disputed, State.WON, usd(1801));
        assertThat(owned()).isEqualTo(2);
    }

    @Test
    void aLostOneIsTakenOffTheLinesInProportion() {
        var order = paid(OrderFixtures.PAYS);

        tell(order, State.LOST, usd(1801));

        assertThat(refunded(order)).isEqualTo(1801);
        assertThat(parts(order)).containsExactlyInAnyOrder(1351L, 450L);
        assertThat(owned()).isZero();
        assertThat(held()).as("gone is not held").isZero();
    }

    @Test
    void aLostOneTakesNoMoreThanWhatIsLeft() {
        var order = paid(OrderFixtures.PAYS);
        refunds.form(workspace, order).with(0, "10").with(1, "").send();

        tell(order, State.LOST, usd(3600));

        assertThat(refunded(order)).isEqualTo(3600);
    }

    @Test
    void oneThatIsWonAfterItWasLostBringsAllBack() {
        var order = paid(OrderFixtures.PAYS);
        tell(order, State.LOST, usd(3600));
        tell(order, State.LOST, usd(3600));

        tell(order, State.WON, usd(3600));
        tell(order, State.WON, usd(3600));

        assertThat(refunded(order)).isZero();
        assertThat(owned()).isEqualTo(2);
        assertThat(refunds.form(workspace, order).send().told()).contains("$36 went back");
    }

    @Test
    void whatWasAskedOfTheProcessorBeforeTheDecisionDoesNotOpenItAgain() {
        var order = paid(OrderFixtures.PAYS);
        tell(order, State.WON, usd(3600));

        tell(order, State.OPEN, usd(3600));
        tell(order, State.INQUIRY, usd(3600));

        assertThat(owned()).isEqualTo(2);
        assertThat(held()).isZero();
    }

    @Test
    void aLostOneWaitsForARefundThatIsOnItsWay() {
        var order = paid(REFUNDED_LATER);
        refunds.form(workspace, order).with(0, "10").with(1, "").send();

        assertThat(disputes.tell(workspace, order.value(), State.LOST, usd(3600)))
                .isFalse();
        clock.advance(Duration.ofMinutes(3));
        await().atMost(Duration.ofSeconds(30)).until(() -> refunded(order) == 1000);
        tell(order, State.LOST, usd(3600));

        assertThat(refunded(order)).isEqualTo(3600);
    }

    @Test
    void refundsAndALostOneAtOnceNeverComeToMoreThanWasPaid() {
        var order = paid(OrderFixtures.PAYS);
        var forms = Stream.generate(
                        () -> refunds.form(workspace, order).with(0, "5").with(1, ""))
                .limit(6)
                .toList();
        var lost = CompletableFuture.runAsync(() -> await().pollDelay(Duration.ZERO)
                .until(() -> disputes.tell(workspace, order.value(), State.LOST, usd(2000))));
        var given = forms.stream().map(form -> CompletableFuture.runAsync(form::send));

        CompletableFuture.allOf(Stream.concat(Stream.of(lost), given).toArray(CompletableFuture[]::new))
                .join();

        assertThat(refunded(order)).isBetween(2000L, 3600L);
        assertThat(parts(order).stream().mapToLong(Long::longValue).sum()).isEqualTo(refunded(order));
    }

    @Test
    void aChargeThatIsNotKnownYetIsToBeToldAgain() {
        var news = new DisputeNews("pi_unknown", "dp_1", usd(3600), "other", State.OPEN, clock.instant(), null);

        assertThat(inside(() -> recordDispute.record(news))).isFalse();
    }

    private OrderId paid(String card) {
        return inside(() -> checkout.pay(request(reader, card, workbook, audio)))
                .order();
    }

    private void tell(OrderId order, State state, Money amount) {
        assertThat(disputes.tell(workspace, order.value(), state, amount)).isTrue();
    }

    private int owned() {
        return inside(() -> orders.ownedBy(reader)).size();
    }

    private long held() {
        return jdbc.sql("select sum(disputed) from payments where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    private long refunded(OrderId order) {
        return inside(() -> orders.find(order).orElseThrow().refunded().minorUnits());
    }

    private List<Long> parts(OrderId order) {
        return inside(() -> refundRows.load(order).refunds().stream()
                .filter(Refund::isDone)
                .flatMap(refund -> refund.parts().stream())
                .map(part -> part.amount().minorUnits())
                .toList());
    }

    private <T> T inside(Supplier<T> work) {
        return WorkspaceScope.call(workspace.id(), work::get);
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }
}
