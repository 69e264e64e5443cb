package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.Audience;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.reminder.KeepReminders;
import app.backmatter.funnels.reminder.QuietHours;
import app.backmatter.funnels.reminder.Reminder;
import app.backmatter.funnels.reminder.ReminderPlan;
import app.backmatter.funnels.reminder.RemindersAtWork;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.coupon.CouponTerms;
import app.backmatter.orders.coupon.KeepCoupons;
import app.backmatter.orders.coupon.Reduction;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AtOnce;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.FunnelFixtures.Published;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpDoor;
import app.backmatter.support.TaxFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;

/** Readers leave a checkout; what is mailed to them, and what is not. */
@BackmatterTest
class ReminderTests {
    private static final String ANA = "ana@example.com";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final QuietHours NONE = new QuietHours(0, 0);
    private static final QuietHours NIGHT = new QuietHours(22, 8);

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    ReaderFunnels readerFunnels;

    @Autowired
    Audience audience;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    TaxFixtures taxes;

    @Autowired
    KeepCoupons kept;

    @Autowired
    KeepReminders reminders;

    @Autowired
    RemindersAtWork work;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    ReaderBrowser browser;
    TestWorkspace workspace;
    Published funnel;
    Mailbox mailbox;

    @BeforeEach
    void publish() {
        browser = new ReaderBrowser(port);
        workspace = accounts.workspace();
        funnel = funnels.publishedFreeGift(workspace);
        mailbox = new Mailbox(jdbc, workspace.id());
        keep(NONE, null);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void threeReachAReaderInTheirTimeEachOnceAndNoFourth() {
        leave(confirmed(ANA));

        pass(Duration.ofMinutes(59));
        assertThat(reminded()).isEmpty();
        pass(Duration.ofMinutes(2));
        AtOnce.times(8, () -> {
            work.remind();
            return true;
        });
        waitFor("Reminder 1 of Workbook for the tripwire");
        pass(Duration.ofHours(22));
        assertThat(reminded()).hasSize(1);
        pass(Duration.ofHours(1));
        waitFor("Reminder 2");
        pass(Duration.ofHours(48));
        waitFor("Reminder 3");
        pass(Duration.ofDays(30));
        assertThat(reminded()).hasSize(3);
    }

    @Test
    void aLateJobLeavesTheTimeBetweenThem() {
        leave(confirmed(ANA));

        pass(Duration.ofDays(5));
        work.remind();
        assertThat(reminded()).hasSize(1);
        pass(Duration.ofHours(22));
        assertThat(reminded()).hasSize(1);
        pass(Duration.ofHours(2));
        assertThat(reminded()).hasSize(2);
    }

    @Test
    void theLinkLeadsBackToTheCheckoutWithWhatWasChosen() {
        coupons.open(workspace.id(), "LAUNCH", 20);
        var way = confirmed(ANA);
        browser.post(way + checkout(), "update", "yes", "bump", "yes", "coupon", "launch", "email", ANA);
        pass(Duration.ofMinutes(61));

        var mail = waitFor("Reminder 1");
        var page = browser.get(mail.button()).page();

        assertThat(mail.unsubscribe()).contains("/unsubscribe/");
        assertThat(mail.text()).contains("Hello,", "Workbook for the tripwire");
        assertThat(page.select("#bump").hasAttr("checked")).isTrue();
        assertThat(page.select("#coupon").val()).isEqualTo("LAUNCH");
        assertThat(page.select("#email").val()).isEqualTo(ANA);
    }

    @Test
    void aReminderBringsItsOwnCodeAndDoesNotLeaveOnceThatWorksNoMore() {
        var code = coupons.open(workspace.id(), "COMEBACK", 20);
        keep(NONE, code);
        leave(confirmed(ANA));
        pass(Duration.ofMinutes(61));

        var mail = waitFor("Reminder 1");
        assertThat(mail.text()).contains("COMEBACK");
        assertThat(browser.get(mail.button()).page().select("#coupon").val()).isEqualTo("COMEBACK");

        WorkspaceScope.run(workspace.id(), () -> kept.stop(code));
        pass(Duration.ofHours(24));
        assertThat(reminded()).hasSize(1);
        assertThat(page(author(), "").text()).contains("The code of reminder 1 does not work now");
    }

    @Test
    void aCodeThatDoesNotWorkOnWhatWasChosenIsNotPromised() {
        var percent = CouponFixtures.percent(20);
        keep(NONE, coupons.make(workspace.id(), from(Money.of(50_000, "USD"), percent)));
        leave(confirmed(ANA));

        pass(Duration.ofMinutes(61));

        assertThat(reminded()).isEmpty();
    }

    @Test
    void aBetterCodeOfTheReadersOwnStaysAndALesserOneDoesNot() {
        coupons.open(workspace.id(), "HALF", 50);
        coupons.open(workspace.id(), "TENTH", 10);
        keep(NONE, coupons.open(workspace.id(), "COMEBACK", 20));
        browser.post(confirmed(ANA) + checkout(), "update", "yes", "coupon", "half", "email", ANA);
        browser.post(confirmed("bea@example.com") + checkout(), "update", "yes", "coupon", "tenth", "email", ANA);
        pass(Duration.ofMinutes(61));

        var better = waitFor("Reminder 1");
        var lesser = mailbox.waitForOneTo("bea@example.com", "Reminder 1");

        assertThat(better.text()).contains("HALF").doesNotContain("COMEBACK");
        assertThat(better.button()).contains("coupon=HALF");
        assertThat(lesser.button()).contains("coupon=COMEBACK");
    }

    @Test
    void whereTheCodeWorksNoMoreTheLinkLeadsToThePriceWithoutItToBePaid() {
        var code = coupons.open(workspace.id(), "COMEBACK", 20);
        keep(NONE, code);
        var way = confirmed(ANA);
        leave(way);
        pass(Duration.ofMinutes(61));
        var link = waitFor("Reminder 1").button();
        WorkspaceScope.run(workspace.id(), () -> kept.stop(code));

        var page = browser.get(link).page();

        assertThat(page.select(".notice").text()).startsWith("The code COMEBACK takes nothing off here now.");
        assertThat(page.select(".lines-total td").text()).isEqualTo("$19");
        var typed = new ArrayList<>(List.of(card(ANA, "4242424242424242")));
        ((FormElement) page.select("form").first())
                .formData().stream()
                        .filter(field -> List.of("coupon", "shown").contains(field.key()))
                        .forEach(field -> typed.addAll(List.of(field.key(), field.value())));
        assertThat(browser.post(way + checkout(), typed.toArray(String[]::new)).status())
                .isEqualTo(303);
    }

    @Test
    void whoChoosesWhatToGiveIsLedBackToThatAndPromisedNoCode() {
        readerFunnels.change(
                workspace, funnel.id(), content -> ReaderFunnels.chosen(Prices.of(Money.of(500, "USD")), content));
        var code = coupons.open(workspace.id(), "COMEBACK", 20);
        WorkspaceScope.run(workspace.id(), () -> reminders.keep(funnel.id(), second(plan(NONE, code), null)));
        var checkout = confirmed(ANA) + checkout();
        browser.post(checkout, "update", "yes", "amount", "7,50", "amountIn", "USD", "coupon", "comeback");

        pass(Duration.ofMinutes(61));
        assertThat(reminded()).as("its code would take nothing off").isEmpty();
        pass(Duration.ofHours(24));
        var mail = waitFor("Reminder 2");

        assertThat(mail.text()).doesNotContain("COMEBACK");
        assertThat(mail.button()).doesNotContain("coupon");
        var page = browser.get(mail.button()).page();
        assertThat(page.select("#amount").val()).isEqualTo("7.50");
        assertThat(page.select(".lines-total td").text()).isEqualTo("$7.50");
        assertThat(page(author(), "").text())
                .contains("Reminder 1 carries a code", "Reminder 3 carries a code")
                .doesNotContain("Reminder 2 carries a code");
    }

    @Test
    void aReaderOnTwoDevicesIsRemindedAsOne() {
        var phone = confirmed(ANA);
        leave(phone);
        pass(Duration.ofMinutes(30));
        var laptop = signedUpOnAnotherDevice(ANA);
        leave(laptop);

        pass(Duration.ofMinutes(31));
        assertThat(reminded()).isEmpty();
        pass(Duration.ofMinutes(31));
        assertThat(reminded()).hasSize(1);
        leave(phone);
        pass(Duration.ofHours(2));
        assertThat(reminded()).hasSize(1);
        pass(Duration.ofHours(23));
        assertThat(reminded()).hasSize(2);
        pass(Duration.ofHours(72));
        pass(Duration.ofDays(1));
        pass(Duration.ofDays(1));
        pass(Duration.ofDays(3));
        assertThat(reminded()).hasSize(3);
    }

    @Test
    void aWorkspaceWhereItFailsKeepsNoOtherFromIt() {
        var other = accounts.workspace();
        var sells = funnels.publishedFreeGift(other);
        WorkspaceScope.run(other.id(), () -> reminders.keep(sells.id(), plan(NONE, null)));
        leave(confirmed(ANA));
        var mails = new Mailbox(jdbc, other.id());
        browser.post(sells.path(), "email", ANA);
        var way =
                browser.post(mails.waitForOneTo(ANA, "Please confirm").button()).location();
        browser.get(way + "/checkout/" + sells.step(FunnelPart.TRIPWIRE));
        work.remind();
        jdbc.sql("delete from checkout_reminders where number < 3 and workspace_id = ?")
                .param(workspace.id().value())
                .update();
        jdbc.sql("update checkout_reminders set delay_hours = 1 where workspace_id = ?")
                .param(workspace.id().value())
                .update();

        try {
            pass(Duration.ofMinutes(61));

            mails.waitForOneTo(ANA, "Reminder 1");
        } finally {
            jdbc.sql("delete from left_checkouts where workspace_id = ?")
                    .param(workspace.id().value())
                    .update();
        }
    }

    @Test
    void whatTheyBroughtIsCountedAfterTaxes() {
        taxes.included(workspace.id());
        var way = confirmed(ANA);
        leave(way);
        pass(Duration.ofMinutes(61));
        waitFor("Reminder 1");
        jdbc.sql("""
            insert into sent_reminders (passage_id, step_id, number, workspace_id, funnel_id, sent_at)
            select passage_id, step_id, 1, workspace_id, funnel_id, seen_at from left_checkouts where workspace_id = ?
            """).param(workspace.id().value()).update();

        var paid = new ArrayList<>(List.of(card(ANA, "4242424242424242")));
        paid.addAll(List.of("country", "AT", "address", "Ring 1, Wien"));
        assertThat(browser.post(way + checkout(), paid.toArray(String[]::new)).status())
                .isEqualTo(303);

        await().untilAsserted(() -> assertThat(figures()).containsExactly("1", "0", "1 $15.83"));
    }

    @Test
    void whoComesBackIsRemindedOnlyAsLongAfterThatVisit() {
        var way = confirmed(ANA);
        leave(way);
        pass(Duration.ofMinutes(40));
        leave(way);

        pass(Duration.ofMinutes(40));
        assertThat(reminded()).isEmpty();
        pass(Duration.ofMinutes(21));
        assertThat(reminded()).hasSize(1);
    }

    @Test
    void nobodyIsRemindedWhoPaidOrSaidNo() {
        var pays = confirmed(ANA);
        leave(pays);
        pay(pays, ANA);
        var declines = confirmed("bea@example.com");
        leave(declines);
        browser.post(declines + "/steps/" + funnel.step(FunnelPart.TRIPWIRE) + "/refusal");

        pass(Duration.ofHours(2));
        pass(Duration.ofDays(4));

        assertThat(reminded()).isEmpty();
    }

    @Test
    void aPaymentTakesBackAReminderThatWaitsForTheMailServer() {
        var way = confirmed(ANA);
        leave(way);
        try (var _ = new MailServerSwitch(sender, 1)) {
            pass(Duration.ofMinutes(61));
            await().until(() -> reminded().equals(List.of("QUEUED")));
            pay(way, ANA);
        }
        clock.advance(Duration.ofMinutes(5));

        await().until(() -> reminded().equals(List.of("CANCELLED")));
    }

    @Test
    void aReminderWaitsForAPaymentThatIsNotSettledAndAsksNoProcessorItself() {
        var way = confirmed(ANA);
        leave(way);
        try (var _ = new MailServerSwitch(sender, 1)) {
            pass(Duration.ofMinutes(61));
            await().until(() -> reminded().equals(List.of("QUEUED")));
            browser.post(way + checkout(), card(ANA, "4000000000000119"));
            payment("ask_at = ask_at + interval '10 days'");
        }
        clock.advance(Duration.ofMinutes(5));
        work.remind();

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(waitingFor("checkout-reminder"))
                        .isBetween(
                                clock.instant().plusSeconds(800),
                                clock.instant().plusSeconds(900)));
        assertThat(payments()).containsExactly("STARTED");

        payment("ask_at = started_at");
        await().until(() -> payments().equals(List.of("CHARGED")));
        clock.advance(Duration.ofMinutes(16));
        await().until(() -> reminded().equals(List.of("CANCELLED")));
    }

    @Test
    void whoMayJustHavePaidIsNotRemindedYet() {
        var way = confirmed(ANA);
        browser.post(way + checkout(), card(ANA, "4000000000000119"));
        payment("ask_at = ask_at + interval '10 days'");

        pass(Duration.ofMinutes(61));

        assertThat(reminded()).isEmpty();
        assertThat(due().getFirst())
                .isBetween(clock.instant().plusSeconds(800), clock.instant().plusSeconds(900));
        payment("ask_at = started_at");
        await().until(() -> payments().equals(List.of("CHARGED")));
        pass(Duration.ofDays(4));
        assertThat(reminded()).isEmpty();
    }

    @Test
    void onlyReadersOnTheListAreReminded() {
        leave(browser.post(funnel.path(), "email", "new@example.com").location());
        leave(confirmed(ANA));
        unsubscribe(ANA);
        var stranger = funnels.publishedTripwireFirst(workspace);
        WorkspaceScope.run(workspace.id(), () -> reminders.keep(stranger.id(), plan(NONE, null)));
        var typed = browser.post(stranger.path()).location();
        browser.post(typed, card("cy@example.com", "4000000000000002"));

        pass(Duration.ofHours(2));

        assertThat(reminded()).isEmpty();
    }

    @Test
    void whoConfirmsLaterGetsThoseThatFollow() {
        leave(browser.post(funnel.path(), "email", ANA).location());
        pass(Duration.ofHours(2));
        confirm(ANA);

        pass(Duration.ofHours(23));

        assertThat(reminded()).hasSize(1);
        waitFor("Reminder 2");
    }

    @Test
    void nobodyIsRemindedOfWhatIsNoLongerSold() throws Exception {
        leave(confirmed(ANA));
        var product = funnel.products().get(FunnelPart.TRIPWIRE);
        mvc.perform(post(workspace.path("/products/" + product + "/archival"))
                .with(workspace.owner().signedIn())
                .with(csrf()));

        pass(Duration.ofHours(2));

        assertThat(reminded()).isEmpty();
    }

    @Test
    void whereAllAreOffNobodyIsReminded() {
        var way = confirmed(ANA);
        leave(way);
        work.remind();
        WorkspaceScope.run(workspace.id(), () -> reminders.keep(funnel.id(), off(plan(NONE, null))));

        pass(Duration.ofHours(2));
        keep(NONE, null);
        pass(Duration.ofDays(9));

        assertThat(reminded()).isEmpty();
    }

    @Test
    void quietHoursPutOffInTheNightInWhichTheClocksGoForward() {
        keep(NIGHT, null);
        var way = confirmed(ANA);
        advanceTo(LocalDate.of(2027, 3, 13), 23);
        leave(way);
        pass(Duration.ofMinutes(61));

        assertThat(due()).containsExactly(Instant.parse("2027-03-14T12:00:00Z"));
        pass(Duration.between(clock.instant(), Instant.parse("2027-03-14T11:59:00Z")));
        assertThat(reminded()).isEmpty();
        pass(Duration.ofMinutes(1).plusSeconds(1));
        waitFor("Reminder 1");
        assertThat(reminded()).hasSize(1);
    }

    @Test
    void aDayLiesBetweenAReminderAndALetterOfASequenceThatOffersTheSame() {
        var way = confirmed(ANA, true);
        jdbc.sql("update enrolments set due_at = due_at - interval '1 day' where workspace_id = ?")
                .param(workspace.id().value())
                .update();
        waitFor("Did it arrive safely");
        leave(way);

        pass(Duration.ofHours(2));
        pass(Duration.ofHours(21));
        assertThat(reminded()).isEmpty();
        pass(Duration.ofHours(1).plusMinutes(1));
        waitFor("Reminder 1");
        assertThat(reminded()).hasSize(1);
    }

    @Test
    void theFunnelTellsWhatTheyBrought() {
        var way = confirmed(ANA);
        leave(way);
        try (var door = new SmtpDoor();
                var _ = new MailServerSwitch(sender, door.port())) {
            pass(Duration.ofMinutes(61));
            await().until(() -> reminded().equals(List.of("SENT")));
            assertThat(door.accepted()).contains(ANA);
        }
        var link = mailbox.to(ANA).getFirst().button();
        browser.head(link);
        browser.prefetch(link);
        assertThat(figures()).containsExactly("1", "0", "0");
        browser.get(link);
        browser.get(link);
        assertThat(figures()).containsExactly("1", "1", "0");

        pay(way, ANA);

        await().untilAsserted(() -> assertThat(figures()).containsExactly("1", "1", "1 $19"));
        assertThat(author().get(workspace.path("/funnels/" + funnel.id())).body())
                .contains("3 are on · 1 sent · 1 came back · 1 paid after ($19)");
    }

    @Test
    void anAuthorWritesThemOnAPageOfTheirOwn() {
        var other = funnels.draft(workspace);
        var form = (FormElement) page(author(), other.toString()).selectFirst("form.form");
        var typed = new HashMap<String, String>();
        form.formData().forEach(field -> typed.put(field.key(), field.value()));
        assertThat(typed)
                .containsEntry("reminders[0].delayHours", "1")
                .containsEntry("reminders[1].delayHours", "24")
                .containsEntry("reminders[2].delayHours", "72")
                .containsEntry("quietFrom", "22")
                .doesNotContainKey("reminders[0].on");

        assertThat(problems(typed, "reminders[1].delayHours", "1"))
                .containsExactly("Wait longer than for the reminder before it.");
        assertThat(problems(typed, "reminders[2].delayHours", "337"))
                .containsExactly("Hours are a whole number from 1 to 336.");
        assertThat(problems(typed, "reminders[0].subject", "Hi {name}"))
                .first()
                .asString()
                .contains("{name}");
        assertThat(problems(typed, "reminders[0].markdown", "Use {code}"))
                .containsExactly("The text names a code. Choose one, or take {code} out.");
        assertThat(problems(typed, "quietFrom", "24")).containsExactly("Choose two hours of the day.");

        typed.put("reminders[0].on", "true");
        typed.put("reminders[0].subject", "{first_name}, your {product}");
        var author = author().post(path(other.toString()), typed);
        assertThat(author.status()).isEqualTo(302);
        assertThat(author.get(path(other.toString())).body()).contains("{first_name}, your {product}");
        assertThat(author.get(path(other.toString()) + "/document?number=1").body())
                .contains("Ada, your Workbook for the tripwire");
    }

    private List<String> problems(Map<String, String> typed, String field, String value) {
        var wrong = new HashMap<>(typed);
        wrong.put(field, value);
        var funnelId = WorkspaceScope.call(
                workspace.id(),
                () -> jdbc.sql("select id::text from funnels where workspace_id = ? and revision_id is null")
                        .param(workspace.id().value())
                        .query(String.class)
                        .single());
        var answer = author().post(path(funnelId), wrong);
        assertThat(answer.status()).isLessThan(500);
        return Jsoup.parse(answer.body()).select(".field-error").eachText();
    }

    private void keep(QuietHours quiet, @Nullable CouponId code) {
        WorkspaceScope.run(workspace.id(), () -> reminders.keep(funnel.id(), plan(quiet, code)));
    }

    private static ReminderPlan plan(QuietHours quiet, @Nullable CouponId code) {
        var delays = List.of(1, 24, 72);
        return new ReminderPlan(
                IntStream.rangeClosed(1, 3)
                        .mapToObj(number -> new Reminder(
                                number,
                                true,
                                delays.get(number - 1),
                                "Reminder " + number + " of {product}",
                                "Hello {first_name},\n\nHere is {product} {code} again.",
                                "Back",
                                code))
                        .toList(),
                quiet);
    }

    private static ReminderPlan second(ReminderPlan plan, @Nullable CouponId code) {
        return new ReminderPlan(
                plan.reminders().stream()
                        .map(each -> each.number() != 2
                                ? each
                                : new Reminder(
                                        2,
                                        true,
                                        each.delayHours(),
                                        each.subject(),
                                        each.markdown(),
                                        each.button(),
                                        code))
                        .toList(),
                plan.quietHours());
    }

    private static ReminderPlan off(ReminderPlan plan) {
        return new ReminderPlan(
                plan.reminders().stream()
                        .map(on -> new Reminder(
                                on.number(), false, on.delayHours(), on.subject(), on.markdown(), on.button(), null))
                        .toList(),
                plan.quietHours());
    }

    private String confirmed(String email) {
        return confirmed(email, false);
    }

    /** @param followedUp whether the funnel's own sequence writes to the reader, too */
    private String confirmed(String email, boolean followedUp) {
        browser.post(funnel.path(), "email", email);
        var way = confirm(email);
        if (!followedUp) {
            jdbc.sql("delete from enrolments where workspace_id = ?")
                    .param(workspace.id().value())
                    .update();
        }
        return way;
    }

    private String signedUpOnAnotherDevice(String email) {
        new ReaderBrowser(port).post(funnel.path(), "email", email);
        var proof = jdbc.sql("select proof from passages where workspace_id = ? order by started_at desc limit 1")
                .param(workspace.id().value())
                .query(String.class)
                .single();
        browser.post("/confirm/" + proof);
        jdbc.sql("delete from enrolments where workspace_id = ?")
                .param(workspace.id().value())
                .update();
        return "/r/" + proof;
    }

    private static CouponTerms from(Money minimum, Reduction reduction) {
        return new CouponTerms("LARGE", reduction, null, null, minimum, CouponFixtures.LONG_AGO, null, null, null);
    }

    private String confirm(String email) {
        var link = mailbox.waitForOneTo(email, "Please confirm").button();
        return browser.post(link).location();
    }

    private void unsubscribe(String email) {
        WorkspaceScope.run(workspace.id(), () -> {
            var contact = audience.find(new EmailAddress(email)).orElseThrow();
            audience.unsubscribe(contact.id(), "/unsubscribe", clock.instant());
        });
    }

    private void leave(String way) {
        assertThat(browser.get(way + checkout()).status()).isEqualTo(200);
    }

    private void pay(String way, String email) {
        assertThat(browser.post(way + checkout(), card(email, "4242424242424242"))
                        .status())
                .isEqualTo(303);
    }

    private static String[] card(String email, String number) {
        return new String[] {"email", email, "name", "Ana", "number", number, "expiry", "12 / 49", "cvc", "123"};
    }

    private String checkout() {
        return "/checkout/" + funnel.step(FunnelPart.TRIPWIRE);
    }

    private void pass(Duration time) {
        work.remind();
        clock.advance(time);
        work.remind();
    }

    private void advanceTo(LocalDate day, int hour) {
        clock.advance(Duration.between(
                clock.instant(), day.atTime(hour, 0).atZone(NEW_YORK).toInstant()));
    }

    private Mailbox.Mail waitFor(String subject) {
        return mailbox.waitForOneTo(ANA, subject);
    }

    /** The states of all reminders of the workspace. */
    private List<String> reminded() {
        return jdbc.sql("select state from messages where workspace_id = ? and template = 'checkout-reminder'")
                .param(workspace.id().value())
                .query(String.class)
                .list();
    }

    private List<Instant> due() {
        return jdbc.sql("select due_at from left_checkouts where workspace_id = ?")
                .param(workspace.id().value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private void payment(String change) {
        jdbc.sql("update payments set " + change + " where settled_at is null and workspace_id = ?")
                .param(workspace.id().value())
                .update();
    }

    private List<String> payments() {
        return jdbc.sql("select state from payments where workspace_id = ?")
                .param(workspace.id().value())
                .query(String.class)
                .list();
    }

    private Instant waitingFor(String template) {
        return jdbc.sql("select due_at from messages where template = ? and workspace_id = ? and state = 'QUEUED'")
                .params(template, workspace.id().value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private Browser author() {
        return Browser.on(port).withCookie(workspace.owner().cookie());
    }

    private List<String> figures() {
        work.remind();
        return new ArrayList<>(page(author(), "").select(".figure dd").eachText());
    }

    private Document page(Browser author, String id) {
        return Jsoup.parse(
                author.get(path(id.isEmpty() ? funnel.id().toString() : id)).body());
    }

    private String path(String id) {
        return workspace.path("/funnels/" + id + "/reminders");
    }
}
