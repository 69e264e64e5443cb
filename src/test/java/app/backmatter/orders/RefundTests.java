package app.backmatter.orders;

import static app.backmatter.support.OrderFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AtOnce;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.RefundFixtures.Answer;
import app.backmatter.support.RefundFixtures.Form;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What must always hold about money that goes back: asked for by the author's form, taken by the sandbox. */
@BackmatterTest
class RefundTests {
    private static final String ANSWER_LOST = "4000000000009987";
    private static final String REFUNDED_LATER = "4000000000007726";
    private static final String FAILS_LATER = "4000000000005126";
    private static final String REFUSED = "4000000000003006";

    @Autowired
    Checkout checkout;

    @Autowired
    Orders orders;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    RefundFixtures refunds;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

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
    void aWholeOrderGoesBackChargeByCharge() {
        var order = withCourse();
        var form = form(order).takingFilesBack();
        assertThat(form.review().text())
                .contains("$133 goes back to the card that paid: Visa •••• 4242, in 2 parts")
                .contains("Taken back: Workbook, Audio edition, Course.")
                .contains("of $133, $0 is left")
                .contains("gets a mail about it");
        assertThat(refunded(order)).as("looking changes nothing").isZero();

        assertThat(form.send().told()).isEqualTo("$133 went back to Visa •••• 4242.");

        assertThat(refunded(order)).isEqualTo(13_300);
        assertThat(sandboxRefunds()).containsExactlyInAnyOrder(3600L, 9700L);
        assertThat(inside(() -> orders.ownedBy(reader))).isEmpty();
        assertThat(inside(() -> orders.takenBackFrom(reader)))
                .containsExactlyInAnyOrder(workbook.product(), audio.product(), course.product());
        assertThat(count("messages", "template = 'refund'")).isEqualTo(1);
        assertThat(refunds.form(workspace, order).send().status())
                .as("nothing is left")
                .isEqualTo(422);
    }

    @Test
    void aPartOfALineGoesBackAndTheFilesStayUntilTheRestDoes() {
        var order = paid(OrderFixtures.PAYS);
        var form = form(order).with(0, "10").with(1, "").takingFilesBack();
        assertThat(form.review().text()).contains("The reader keeps Workbook: a part of it stays paid");
        form.send();
        assertThat(refunded(order)).isEqualTo(1000);
        assertThat(inside(() -> orders.ownedBy(reader))).contains(workbook.product(), audio.product());

        form(order).with(1, "").takingFilesBack().send();
        assertThat(refunded(order)).isEqualTo(2700);
        assertThat(inside(() -> orders.ownedBy(reader))).containsExactly(audio.product());
    }

    @Test
    void segmentsKnowWhatStaysPaid() {
        var order = paid(OrderFixtures.PAYS);
        assertThat(segmentsKnow()).isEqualTo("2 products, 1 orders, USD 3600");

        form(order).with(0, "10").with(1, "").send();
        assertThat(segmentsKnow()).isEqualTo("2 products, 1 orders, USD 2600");
        form(order).with(1, "").send();
        assertThat(segmentsKnow()).isEqualTo("1 products, 1 orders, USD 900");
        form(order).send();
        assertThat(segmentsKnow()).isEqualTo("0 products, 0 orders, USD 0");
    }

    private String segmentsKnow() {
        return jdbc.sql("""
            select coalesce(cardinality(bought), 0) || ' products, ' || orders || ' orders, ' || spent_in || ' ' || spent
            from contacts where id = ?
            """).param(reader.value()).query(String.class).single();
    }

    @Test
    void theReaderKeepsTheFilesUnlessTheAuthorTakesThemBack() {
        var order = paid(OrderFixtures.PAYS);
        assertThat(form(order).review().text()).contains("The reader keeps the files: Workbook, Audio edition.");
        form(order).send();
        assertThat(inside(() -> orders.ownedBy(reader))).hasSize(2);
    }

    @Test
    void aGiftAndWhatIsBoughtAgainAreNotTakenBack() {
        var order = paid(OrderFixtures.PAYS);
        inside(() -> {
            orders.grant(reader, audio.product(), clock.instant());
            return order;
        });
        form(order).takingFilesBack().send();
        assertThat(inside(() -> orders.ownedBy(reader))).containsExactly(audio.product());

        var again = inside(() -> checkout.pay(OrderFixtures.request(reader, OrderFixtures.PAYS, workbook))
                .order());
        assertThat(inside(() -> orders.ownedBy(reader))).hasSize(2);
        assertThat(inside(() -> orders.takenBackFrom(reader))).isEmpty();
        form(again).takingFilesBack().send();
        assertThat(inside(() -> orders.ownedBy(reader))).containsExactly(audio.product());
    }

    @Test
    void whatCostNothingGoesWithTheRestOfItsPayment() {
        var free = OrderFixtures.reduced(audio, 900, 0, 0);
        var order = inside(() -> checkout.pay(OrderFixtures.request(reader, OrderFixtures.PAYS, workbook, free))
                .order());
        form(order).takingFilesBack().send();
        assertThat(inside(() -> orders.ownedBy(reader))).isEmpty();
    }

    @Test
    void aFormSentTwentyTimesAtOnceGivesBackOnce() {
        var order = paid(OrderFixtures.PAYS);
        var form = form(order);
        var answers = AtOnce.times(20, form::send);
        assertThat(answers).allMatch(answer -> answer.status() == 302);
        assertThat(form.send().told()).isEqualTo("$36 went back to Visa •••• 4242.");
        assertThat(sandboxRefunds()).containsExactly(3600L);
        assertThat(refunded(order)).isEqualTo(3600);
        assertThat(count("messages", "template = 'refund'")).isEqualTo(1);
        assertThat(count("contact_events", "kind = 'refund'")).isEqualTo(1);
    }

    @Test
    void formsSentAtOnceNeverGiveBackMoreThanWasPaid() {
        var order = paid(OrderFixtures.PAYS);
        var forms = Stream.generate(() -> form(order).with(0, "5").with(1, ""))
                .limit(12)
                .toList();
        var answers = AtOnce.all(
                forms.stream().<Callable<Answer>>map(form -> form::send).toList());
        assertThat(answers).extracting(Answer::status).containsOnly(302, 422);
        assertThat(refunded(order)).isEqualTo(2500);
        assertThat(sandboxRefunds()).containsExactly(500L, 500L, 500L, 500L, 500L);
    }

    @Test
    void theSameFormWithOtherAmountsGivesNothingBack() {
        var order = paid(OrderFixtures.PAYS);
        var form = form(order).with(0, "10").with(1, "");
        form.send();
        assertThat(form.with(0, "12").send().told()).contains("gave money back once already");
        assertThat(form.takingFilesBack().send().told()).contains("gave money back once already");
        assertThat(refunded(order)).isEqualTo(1000);
    }

    @Test
    void refusesWhatIsNoAmountOrAboveWhatIsLeft() {
        var order = paid(OrderFixtures.PAYS);
        var form = form(order);
        assertThat(form.with(0, "27.01").send().text()).contains("more than can still go back", "At most $27 is left.");
        assertThat(form.with(0, "-5").send().text()).contains("Give an amount, such as 9.50.");
        assertThat(form.with(0, "1.234").review().text()).contains("Give an amount, such as 9.50.");
        assertThat(form.with(0, "").with(1, "0").send().text()).contains("Say how much goes back");
        assertThat(form.with("why", "x".repeat(501)).send().text()).contains("Keep it within 500 letters.");
        assertThat(form.with("attempt", "x").send().status()).isEqualTo(422);
        assertThat(form.with("why", "a\0b").send().status()).isEqualTo(400);
        assertThat(refunded(order)).isZero();
    }

    @Test
    void aLineOfAnotherOrderIsNotGivenBack() {
        var order = paid(OrderFixtures.PAYS);
        var other =
                inside(() -> checkout.pay(OrderFixtures.request(inside(fixtures::buyer), OrderFixtures.PAYS, course))
                        .order());
        var foreign = jdbc.sql("""
            select order_lines.id from order_lines join payments on payments.id = payment_id where order_id = ?
            """).param(other.value()).query(UUID.class).single();
        var form = form(order).with(0, "").with(1, "").with("amount-" + foreign, "97");
        assertThat(form.send().status()).isEqualTo(422);
        assertThat(sandboxRefunds()).isEmpty();
    }

    @Test
    void aRefusedRefundIsToldAndChangesNothing() {
        var order = paid(REFUSED);
        assertThat(form(order).takingFilesBack().send().told())
                .contains("$36 did not go back: the reader’s bank refused")
                .contains("Nothing is recorded as refunded.");
        assertThat(refunded(order)).isZero();
        assertThat(inside(() -> orders.ownedBy(reader))).hasSize(2);
        assertThat(count("messages", "template = 'refund'")).isZero();
        assertThat(page("/orders/" + order)).contains("Refund refused", "Give money back…");
        assertThat(form(order).send().told()).as("it may be tried anew").contains("did not go back");
    }

    @Test
    void anAnswerThatGotLostEndsAsOneRefund() {
        var order = paid(ANSWER_LOST);
        assertThat(form(order).send().told()).contains("$36 went back");
        assertThat(sandboxRefunds()).containsExactly(3600L);
    }

    @Test
    void aRefundThatTheBankTakesItsTimeForIsDoneWhenTheBankSaysSo() {
        var order = paid(REFUNDED_LATER);
        assertThat(form(order).takingFilesBack().send().told()).contains("$36 is on its way");
        assertThat(refunded(order)).isZero();
        assertThat(inside(() -> orders.ownedBy(reader))).hasSize(2);
        assertThat(page("/orders/" + order))
                .contains("A refund of $36 is on its way.")
                .doesNotContain("Give money back…");
        assertThat(form(order).send().status())
                .as("what is on its way can't go back again")
                .isEqualTo(422);

        clock.advance(Duration.ofMinutes(3));
        await().atMost(Duration.ofSeconds(30)).until(() -> refunded(order) == 3600);
        assertThat(inside(() -> orders.ownedBy(reader))).isEmpty();
        assertThat(count("messages", "template = 'refund'")).isEqualTo(1);
        assertThat(sandboxRefunds()).containsExactly(3600L);
    }

    @Test
    void aRefundThatTheBankRefusesLaterLeavesTheOrderAsItWas() {
        var order = paid(FAILS_LATER);
        form(order).takingFilesBack().send();
        clock.advance(Duration.ofMinutes(3));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page("/orders/" + order)).contains("Refund refused"));
        assertThat(page("")).contains("The money of order 1 did not go back");
        assertThat(refunded(order)).isZero();
        assertThat(inside(() -> orders.ownedBy(reader))).hasSize(2);
        assertThat(count("messages", "template = 'refund'")).isZero();
    }

    @Test
    void theReaderIsToldWhatWentBack() {
        var order = paid(OrderFixtures.PAYS);
        form(order).with(1, "").takingFilesBack().with("why", "did not like it").send();
        var mail = new Mailbox(jdbc, workspace.id()).waitForOneTo("reader-" + reader + "@example.org", "Your refund");
        assertThat(mail.subject()).isEqualTo("Your refund for order 1");
        assertThat(mail.text())
                .contains("$27", "Visa •••• 4242", "Workbook: $27", "can’t be downloaded any more: Workbook")
                .doesNotContain("did not like it", "Audio edition");
    }

    @Test
    void whatTheBankHoldsInADisputeDoesNotGoBackToo() {
        var order = paid(OrderFixtures.PAYS);
        jdbc.sql("update payments set disputed = 2000 where order_id = ?")
                .param(order.value())
                .update();
        assertThat(page("/orders/" + order + "/refunds/new")).contains("At most $16, to the card");
        assertThat(form(order).with(0, "16.01").send().status()).isEqualTo(422);
        form(order).send();
        assertThat(refunded(order)).isEqualTo(1600);
    }

    @Test
    void nobodyIsToldOnceTheBuyerIsErased() {
        var order = paid(OrderFixtures.PAYS);
        jdbc.sql("update orders set email = 'erased@person.invalid' where id = ?")
                .param(order.value())
                .update();
        form(order).send();
        assertThat(refunded(order)).isEqualTo(3600);
    }

    @Test
    void nothingGoesBackOfAnOrderThatIsNotPaid() {
        var order = inside(() -> checkout.pay(OrderFixtures.request(reader, "4000000000000002", workbook))
                .order());
        assertThat(page("/orders/" + order + "/refunds/new")).contains("Nothing was paid for this order");
        assertThat(page("/orders/" + order)).doesNotContain("Give money back…");
        assertThat(form(order).with("amount-x", "5").send().status()).isEqualTo(422);
    }

    @Test
    void onlyThoseWhoMayChangeAnOrderGiveItsMoneyBack() throws Exception {
        var order = paid(OrderFixtures.PAYS);
        var viewer = accounts.member(workspace, Role.VIEWER);
        var path = workspace.path("/orders/" + order + "/refunds");
        mvc.perform(get(path + "/new").with(viewer.signedIn())).andExpect(status().isForbidden());
        mvc.perform(post(path + "/new").with(viewer.signedIn())).andExpect(status().isForbidden());
        mvc.perform(post(path).with(viewer.signedIn())).andExpect(status().isForbidden());
        var stranger = accounts.workspace();
        mvc.perform(post(path).with(stranger.owner().signedIn())).andExpect(status().isNotFound());
        mvc.perform(post(stranger.path("/orders/" + order + "/refunds"))
                        .with(stranger.owner().signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theListAndTheFileSayWhatIsLeft() {
        var part = paid(OrderFixtures.PAYS);
        form(part).with(1, "").send();
        var whole =
                inside(() -> checkout.pay(OrderFixtures.request(inside(fixtures::buyer), OrderFixtures.PAYS, workbook))
                        .order());
        form(whole).send();
        assertThat(page("/orders")).contains("$9 of $36", "Partly refunded", "$0 of $27", "Refunded");
        assertThat(page("/orders/export"))
                .contains("36.00,0.00,,0.00,27.00,9.00,USD", "27.00,0.00,,0.00,27.00,0.00,USD")
                .containsPattern("(?m)^1,.*,[0-9]{4}-00001,C-[0-9]{4}-00001,1")
                .containsPattern("(?m)^2,.*,[0-9]{4}-00002,C-[0-9]{4}-00002,1");
        assertThat(page("/orders/" + part)).contains("Refunded −$27", "Left after refunds $9");
        assertThat(page("/contacts/" + reader)).contains("$9 from one order, after taxes and $27 that went back");
    }

    @Test
    void theDatabaseRefusesRefundsThatDoNotBalance() {
        var order = paid(OrderFixtures.PAYS);
        form(order).with(0, "10").with(1, "").send();
        assertThatThrownBy(() -> change("update orders set refunded = 9900 where id = ?", order))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> change("update refunds set amount = 3700 where order_id = ?", order))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> change(
                        "update refunds set state = 'REFUSED', reason = 'x', gateway_reference = '' where order_id = ?",
                        order))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void change(String sql, OrderId order) {
        jdbc.sql(sql).param(order.value()).update();
    }

    private Form form(OrderId order) {
        return refunds.form(workspace, order);
    }

    /** Its words, each table's cells beside each other. */
    private String page(String rest) {
        try {
            var answer = mvc.perform(
                            get(workspace.path(rest)).with(workspace.owner().signedIn()))
                    .andReturn()
                    .getResponse();
            var text = answer.getContentAsString();
            return rest.endsWith("export") ? text : Jsoup.parse(text).text();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private OrderId paid(String card) {
        return inside(() -> checkout.pay(OrderFixtures.request(reader, card, workbook, audio))
                .order());
    }

    private OrderId withCourse() {
        var order = paid(OrderFixtures.PAYS);
        inside(() -> checkout.accept(new OfferRequest(UUID.randomUUID(), order, course, "/r/x/upsell")));
        return order;
    }

    private long refunded(OrderId order) {
        return inside(() -> orders.find(order).orElseThrow().refunded().minorUnits());
    }

    /** What the processor gave back of this workspace's charges. */
    private List<Long> sandboxRefunds() {
        return jdbc.sql("""
            select sandbox_refunds.amount from sandbox_refunds
            join sandbox_charges on sandbox_charges.id = charge
            join payments on payments.id::text = sandbox_charges.idempotency_key
            where workspace_id = ? and sandbox_refunds.reason = ''
            """).param(workspace.id().value()).query(Long.class).list();
    }

    private int count(String table, String condition) {
        return jdbc.sql("select count(*) from " + table + " where workspace_id = ? and " + condition)
                .param(workspace.id().value())
                .query(Integer.class)
                .single();
    }

    private <T> T inside(Supplier<T> work) {
        return WorkspaceScope.call(workspace.id(), work::get);
    }
}
