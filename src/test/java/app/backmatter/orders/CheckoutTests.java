package app.backmatter.orders;

import static app.backmatter.support.OrderFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.PaymentOutcome.Declined;
import app.backmatter.orders.PaymentOutcome.Paid;
import app.backmatter.orders.PaymentOutcome.Unsettled;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Money;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AtOnce;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What must always hold about money, on a real database. */
@BackmatterTest
class CheckoutTests {
    private static final String DECLINED = "4000000000000002";
    private static final String DECLINED_LATER = "4000000000000341";
    private static final String ANSWER_LOST = "4000000000009987";
    private static final String SILENT = "4000000000000119";

    @Autowired
    Checkout checkout;

    @Autowired
    Orders orders;

    @Autowired
    Audience audience;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private TestWorkspace workspace;
    private ContactId reader;
    private final LineItem workbook = line("Workbook", OfferKind.TRIPWIRE, 2700);
    private final LineItem audio = line("Audio edition", OfferKind.ORDER_BUMP, 900);
    private final LineItem course = line("Course", OfferKind.UPSELL, 9700);

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
    void aPaidOrderIsNumberedOwnedTaggedAndReceipted() {
        var order = paid(request(OrderFixtures.PAYS));

        var view = inside(() -> orders.find(order).orElseThrow());
        assertThat(view.number()).isEqualTo(1);
        assertThat(view.lines()).containsExactly(workbook, audio);
        assertThat(view.total()).isEqualTo(Money.of(3600, "USD"));
        assertThat(view.card()).isEqualTo("Visa •••• 4242");
        assertThat(inside(() -> orders.ownedBy(reader))).containsExactlyInAnyOrder(workbook.product(), audio.product());
        assertThat(inside(() -> audience.find(reader).orElseThrow().tags())).contains("buyer");
        assertThat(count("messages", "key = 'receipt:" + order + "'")).isEqualTo(1);
        var charged = new Charge(workbook.product(), Money.of(2700, "USD"));
        var never = new Charge(workbook.product(), Money.of(9900, "USD"));
        assertThat(inside(() -> orders.wereCharged(List.of(charged, never)))).containsExactly(charged);
    }

    @Test
    void aReducedAndTaxedLineIsChargedAndKeptAsSold() {
        var reduced = OrderFixtures.reduced(workbook, 700, 380, 1900);
        var order = paid(OrderFixtures.request(reader, OrderFixtures.PAYS, reduced, audio));

        var view = inside(() -> orders.find(order).orElseThrow());
        assertThat(view.lines()).containsExactly(reduced, audio);
        assertThat(view.total()).isEqualTo(Money.of(3280, "USD"));
        var charged = new Charge(workbook.product(), workbook.price());
        assertThat(inside(() -> orders.wereCharged(List.of(charged)))).isEmpty();
    }

    @Test
    void fiftyParallelRequestsWithOneAttemptPayOnce() {
        var request = request(OrderFixtures.PAYS);

        var outcomes = AtOnce.times(50, () -> pay(request));

        assertThat(new HashSet<>(outcomes)).hasSize(1).allMatch(Paid.class::isInstance);
        assertPaidOnce(1);
        assertThat(count("messages", "key like 'receipt:%'")).isEqualTo(1);
    }

    @Test
    void fiftyParallelRequestsWithADeclinedCardAskTheProcessorOnce() {
        var request = request(DECLINED);

        var outcomes = AtOnce.times(50, () -> pay(request));

        assertThat(new HashSet<>(outcomes)).hasSize(1).allMatch(Declined.class::isInstance);
        assertThat(count("payments", "true")).isEqualTo(1);
    }

    @Test
    void ordersPaidAtTheSameTimeCountUpWithoutGapOrDouble() {
        AtOnce.times(20, () -> pay(OrderFixtures.request(inside(fixtures::buyer), OrderFixtures.PAYS, workbook)));

        var numbers = jdbc.sql("select number from orders where workspace_id = ? order by number")
                .param(workspace.id().value())
                .query(Long.class)
                .list();
        assertThat(numbers).hasSize(20).startsWith(1L).endsWith(20L).doesNotHaveDuplicates();
    }

    @Test
    void theSameAttemptForSomethingElseIsRefused() {
        var request = request(OrderFixtures.PAYS);
        paid(request);

        assertThatThrownBy(() -> pay(withLines(request, workbook))).isInstanceOf(AttemptConflict.class);
        assertPaidOnce(1);
    }

    @Test
    void aPassageIsPaidOnceWhateverTheAttempt() {
        var request = request(OrderFixtures.PAYS);
        paid(request);

        assertThatThrownBy(() -> pay(withAttempt(request, UUID.randomUUID()))).isInstanceOf(AttemptConflict.class);
        assertPaidOnce(1);
    }

    @Test
    void whatABuyerHasAlreadyIsNotChargedAgain() {
        paid(request(OrderFixtures.PAYS));

        var again = pay(OrderFixtures.request(reader, OrderFixtures.PAYS, workbook, course));
        var declined = pay(OrderFixtures.request(reader, DECLINED, workbook));

        assertThat(again).isInstanceOf(PaymentOutcome.Released.class);
        assertThat(declined).as("as for everybody").isInstanceOf(Declined.class);
        assertThat(count("payments", "state = 'CHARGED'")).isEqualTo(1);
        assertThat(count("messages", "template = 'already-yours'")).isEqualTo(1);
        assertThat(inside(() -> orders.ownedBy(reader))).doesNotContain(course.product());
    }

    @Test
    void aBuyerIsToldOfEachOfferThatIsNotChargedAgain() {
        paid(OrderFixtures.request(reader, OrderFixtures.PAYS, workbook, course));
        var other = line("Checklist", OfferKind.TRIPWIRE, 500);
        var order = paid(OrderFixtures.request(reader, OrderFixtures.PAYS, other));

        for (var line : List.of(workbook, course)) {
            var offer = new OfferRequest(UUID.randomUUID(), order, line, "/r/x/upsell");
            assertThat(AtOnce.times(3, () -> accept(offer))).containsOnly(new PaymentOutcome.Released(order));
        }

        assertThat(count("messages", "template = 'already-yours'")).isEqualTo(2);
        assertThat(count("payments", "state = 'CHARGED'")).isEqualTo(2);
    }

    @Test
    void aBuyerIsToldOfAnOfferOnceADayHoweverOftenItIsTried() {
        paid(request(OrderFixtures.PAYS));

        for (int tries = 0; tries < 3; tries++) {
            assertThat(pay(request(OrderFixtures.PAYS))).isInstanceOf(PaymentOutcome.Released.class);
        }
        assertThat(count("messages", "template = 'already-yours'")).isEqualTo(1);

        clock.advance(Duration.ofDays(1));
        pay(request(OrderFixtures.PAYS));
        assertThat(count("messages", "template = 'already-yours'")).isEqualTo(2);
    }

    @Test
    void aDeclinedCardLeavesTheOrderToAnother() {
        var request = request(DECLINED);
        assertThat(pay(request)).isInstanceOf(Declined.class);
        assertThat(inside(() -> orders.ownedBy(reader))).isEmpty();

        var order = paid(withCard(request, OrderFixtures.PAYS));

        assertThat(inside(() -> orders.find(order).orElseThrow().number())).isEqualTo(1);
        assertThat(count("payments", "true")).isEqualTo(2);
        assertPaidOnce(1);
    }

    @Test
    void aOneClickOfferIsOneMoreLineOfTheSameOrder() {
        var order = paid(request(OrderFixtures.PAYS));
        var offer = new OfferRequest(UUID.randomUUID(), order, course, "/r/x/upsell");

        var outcomes = AtOnce.times(10, () -> accept(offer));

        assertThat(new HashSet<>(outcomes)).containsExactly(new Paid(order));
        var view = inside(() -> orders.find(order).orElseThrow());
        assertThat(view.lines()).containsExactly(workbook, audio, course);
        assertThat(view.total()).isEqualTo(Money.of(13300, "USD"));
        assertThat(count("messages", "key like 'receipt:%'")).isEqualTo(1);
        assertPaidOnce(2);
    }

    @Test
    void aDeclinedOfferKeepsTheFirstSale() {
        var order = paid(request(DECLINED_LATER));
        var offer = new OfferRequest(UUID.randomUUID(), order, course, "/r/x/upsell");

        assertThat(accept(offer)).isEqualTo(new Declined(order, "card_declined"));
        assertThat(accept(offer)).isEqualTo(new Declined(order, "card_declined"));

        assertThat(inside(() -> orders.find(order).orElseThrow().total())).isEqualTo(Money.of(3600, "USD"));
        assertThat(inside(() -> orders.ownedBy(reader))).doesNotContain(course.product());
        assertPaidOnce(1);
    }

    @Test
    void anOfferOfAnotherWorkspacesOrderIsNotThere() {
        var order = paid(request(OrderFixtures.PAYS));
        var stranger = accounts.workspace();

        assertThat(WorkspaceScope.call(stranger.id(), () -> orders.find(order))).isEmpty();
        assertThatThrownBy(() -> WorkspaceScope.call(
                        stranger.id(),
                        () -> checkout.accept(new OfferRequest(UUID.randomUUID(), order, course, "/r/x"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anAnswerThatGotLostEndsAsOneCharge() {
        var request = request(ANSWER_LOST);

        paid(request);
        paid(request);

        assertPaidOnce(1);
    }

    @Test
    void aSilentProcessorIsAskedUntilItTells() {
        var request = request(SILENT);
        assertThat(pay(request)).isInstanceOf(Unsettled.class);
        assertThat(inside(() -> checkout.outcome(request.attempt()))).get().isInstanceOf(Unsettled.class);

        clock.advance(Duration.ofSeconds(30));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(count("orders", "number = 1")).isEqualTo(1));
        assertThat(inside(() -> checkout.outcome(request.attempt()))).get().isInstanceOf(Paid.class);
        assertPaidOnce(1);
    }

    @Test
    void refusesToAskAProcessorWithinATransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> pay(request(OrderFixtures.PAYS))))
                .isInstanceOf(IllegalStateException.class);
    }

    private void assertPaidOnce(int payments) {
        assertThat(count("orders", "true")).isEqualTo(1);
        assertThat(count("payments", "state = 'CHARGED'")).isEqualTo(payments);
        assertThat(jdbc.sql("""
            select count(*) from sandbox_charges join payments on payments.id::text = idempotency_key
            where workspace_id = ? and sandbox_charges.state = 'CHARGED'
            """)
                        .param(workspace.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(payments);
    }

    private int count(String table, String condition) {
        return jdbc.sql("select count(*) from " + table + " where workspace_id = ? and " + condition)
                .param(workspace.id().value())
                .query(Integer.class)
                .single();
    }

    private OrderId paid(CheckoutRequest request) {
        var outcome = pay(request);
        assertThat(outcome).isInstanceOf(Paid.class);
        return outcome.order();
    }

    private PaymentOutcome pay(CheckoutRequest request) {
        return inside(() -> checkout.pay(request));
    }

    private PaymentOutcome accept(OfferRequest request) {
        return inside(() -> checkout.accept(request));
    }

    private <T> T inside(Supplier<T> work) {
        return WorkspaceScope.call(workspace.id(), work::get);
    }

    private CheckoutRequest request(String card) {
        return OrderFixtures.request(reader, card, workbook, audio);
    }

    private static CheckoutRequest withAttempt(CheckoutRequest r, UUID attempt) {
        return copy(r, attempt, r.lines(), r.card());
    }

    private static CheckoutRequest withLines(CheckoutRequest r, LineItem... lines) {
        return copy(r, r.attempt(), List.of(lines), r.card());
    }

    private static CheckoutRequest withCard(CheckoutRequest r, String number) {
        return copy(r, r.attempt(), r.lines(), OrderFixtures.card(number));
    }

    private static CheckoutRequest copy(CheckoutRequest r, UUID attempt, List<LineItem> lines, Card card) {
        return new CheckoutRequest(
                attempt,
                r.funnel(),
                r.passage(),
                r.contact(),
                r.email(),
                r.name(),
                r.address(),
                lines,
                r.coupon(),
                card,
                r.source(),
                r.returnPath());
    }
}
