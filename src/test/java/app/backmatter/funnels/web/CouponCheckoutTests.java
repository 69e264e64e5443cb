package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.orders.coupon.KeepCoupons;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Codes as a reader meets them, without JavaScript. */
@BackmatterTest
class CouponCheckoutTests extends CheckoutScene {
    @Autowired
    CouponFixtures coupons;

    @Autowired
    KeepCoupons kept;

    @Test
    void aShopWithoutCodesAsksForNone() {
        assertThat(browser.get(checkout()).page().select("#coupon")).isEmpty();
    }

    @Test
    void aCodeIsShownInTheTotalBeforePayingAndOnTheReceiptAfter() {
        coupons.open(workspace.id(), "LAUNCH", 20);

        var shown = use("launch", "bump", "yes");

        assertThat(sums(shown)).containsExactly("Code LAUNCH −$5.20", "Total $20.80");
        assertThat(shown.page().select("#coupon").val()).isEqualTo("LAUNCH");
        assertThat(shown.page().select("#email").val()).isEqualTo("ana@example.com");
        assertThat(payAsShown(shown, PAYS, "coupon", "LAUNCH", "bump", "yes").location())
                .isEqualTo(way);
        assertThat(order().total().minorUnits()).isEqualTo(2080);
        assertThat(order().coupon()).isEqualTo("LAUNCH");
        assertThat(browser.get(way + "/receipt").page().select(".lines tr").eachText())
                .containsExactly("Companion workbook $19", "Launch checklist $7", "Code LAUNCH −$5.20", "Paid $20.80");
        browser.get(way + "/receipt");
        assertThat(new Mailbox(jdbc, workspace.id())
                        .waitForOneTo("ana@example.com", "eceipt")
                        .text())
                .contains("Code LAUNCH: −$5.20", "$20.80");
    }

    @Test
    void aCodeThatTakesNothingOffIsRefusedBesideItsFieldAndNothingTypedIsLost() {
        coupons.open(workspace.id(), "LAUNCH", 20);

        var answer = pay(PAYS, "coupon", "LUNCH", "bump", "yes");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#coupon-error").text()).contains("no such code");
        assertThat(answer.page().select("#coupon").val()).isEqualTo("LUNCH");
        assertThat(answer.page().select("#coupon").attr("aria-describedby")).isEqualTo("coupon-error");
        assertThat(answer.page().select("#bump").hasAttr("checked")).isTrue();
        assertThat(answer.page().select("#name").val()).isEqualTo("Ana Ash");
        assertThat(sums(answer)).containsExactly("Total $26");
        assertThat(payments()).isZero();
    }

    @Test
    void nobodyPaysATotalThatWasNotShown() {
        coupons.open(workspace.id(), "LAUNCH", 20);

        var unseen = pay(PAYS, "coupon", "LAUNCH");

        assertThat(unseen.status()).isEqualTo(422);
        assertThat(unseen.text()).contains("The total is another one now");
        assertThat(sums(unseen)).containsExactly("Code LAUNCH −$3.80", "Total $15.20");
        assertThat(payAsShown(unseen, PAYS).text()).as("code taken out").contains("The total is another one now");
        assertThat(payments()).isZero();
        assertThat(payAsShown(unseen, PAYS, "coupon", "LAUNCH").status()).isEqualTo(303);
    }

    @Test
    void aCodeInTheAddressOfTheFunnelOrTheCheckoutIsTypedForTheReader() {
        coupons.open(workspace.id(), "LAUNCH", 20);
        assertThat(sums(browser.get(checkout() + "?coupon=launch"))).contains("Total $15.20");

        var entry =
                browser.get("/p/" + workspace.slug() + "/gift?coupon=launch").page();
        way = browser.post(
                        "/p/" + workspace.slug() + "/gift",
                        "email",
                        "bea@example.com",
                        "coupon",
                        entry.select("input[name=coupon]").val())
                .location();

        assertThat(sums(browser.get(checkout()))).contains("Total $15.20");
        assertThat(browser.get("/p/" + workspace.slug() + "/gift?coupon=%22%3E%3Cb%3E")
                        .page()
                        .select("input[name=coupon]")
                        .val())
                .isEmpty();
    }

    @Test
    void aFunnelThatStartsWithItsOfferKeepsTheCodeToo() {
        coupons.open(workspace.id(), "LAUNCH", 20);
        revision = funnels.publish(workspace, "offer", ReaderFunnels.tripwireFirst());

        var begun = browser.post("/p/" + workspace.slug() + "/offer", "coupon", "LAUNCH")
                .location();

        assertThat(sums(browser.get(begun))).contains("Total $15.20");
    }

    @Test
    void theLastUseIsUsedOnceUnderFiftyParallelTries() throws Exception {
        coupons.limited(workspace.id(), "LAST", 20, 1, null);
        var readers = new ArrayList<Callable<Answer>>();
        for (int reader = 0; reader < 50; reader++) {
            var own = new ReaderBrowser(port);
            var address = "reader" + reader + "@example.com";
            var path = own.post("/p/" + workspace.slug() + "/gift", "email", address)
                            .location() + "/checkout/"
                    + id(Tripwire.class);
            var shown = shown(own.get(path + "?coupon=LAST"));
            readers.add(() -> own.post(path, with(card(address, PAYS), "coupon", "LAST", "shown", shown)));
        }

        var answers = inParallel(readers);

        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .hasSize(49)
                .allSatisfy(refused -> {
                    assertThat(refused.page().select("#coupon-error").text()).contains("as often as it can be");
                    assertThat(refused.page().select("#coupon").val()).isEqualTo("LAST");
                    assertThat(sums(refused)).containsExactly("Total $19");
                });
        assertThat(uses("LAST")).isEqualTo(1);
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void aDeclinedCardGivesTheUseBack() {
        coupons.limited(workspace.id(), "ONCE", 20, 1, 1);
        var shown = use("ONCE");

        assertThat(payAsShown(shown, DECLINED, "coupon", "ONCE").location()).contains("declined=");
        assertThat(uses("ONCE")).isZero();
        var again = browser.get(checkout());
        assertThat(sums(again)).as("still typed").contains("Total $15.20");
        assertThat(payAsShown(again, PAYS, "coupon", "ONCE").status()).isEqualTo(303);
        assertThat(uses("ONCE")).isEqualTo(1);
    }

    @Test
    void aPaymentThatIsLeftAtTheBankHoldsItsUseUntilItIsGivenUp() {
        coupons.limited(workspace.id(), "ONCE", 20, 1, null);
        var bank = payAsShown(use("ONCE"), ASKS_THE_BANK, "coupon", "ONCE");
        assertThat(uses("ONCE")).isEqualTo(1);
        way = signUp("bea@example.com");
        assertThat(use("ONCE").page().select("#coupon-error").text()).contains("as often as it can be");

        browser.get(browser.post(bank.location(), "answer", "REFUSE").location());

        assertThat(uses("ONCE")).isZero();
        assertThat(payAsShown(use("ONCE"), PAYS, "coupon", "ONCE").status()).isEqualTo(303);
    }

    @Test
    void whoComesBackFromTheBankWithAnotherCardUsesTheCodeOnce() {
        coupons.limited(workspace.id(), "ONCE", 20, 1, 1);
        payAsShown(use("ONCE"), ASKS_THE_BANK, "coupon", "ONCE");

        var again = browser.get(checkout());
        assertThat(payAsShown(again, PAYS, "coupon", "ONCE").location()).isEqualTo(way);

        assertThat(order().total().minorUnits()).isEqualTo(1520);
        assertThat(uses("ONCE")).isEqualTo(1);
    }

    @Test
    void aReaderUsesACodeAsOftenAsTheAuthorSaysWhateverTheWay() {
        coupons.limited(workspace.id(), "ONCE", 20, null, 1);
        payAsShown(use("ONCE"), PAYS, "coupon", "ONCE");
        revision = funnels.publish(workspace, "other", ReaderFunnels.tripwireFirst());
        var begun = browser.post("/p/" + workspace.slug() + "/other").location();
        way = begun.substring(0, begun.indexOf("/checkout"));

        var refused = payAsShown(use("ONCE"), PAYS, "coupon", "ONCE");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#coupon-error").text()).contains("as often as it can be");
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void oneClickOffersCostWhatTheySay() {
        coupons.open(workspace.id(), "LAUNCH", 20);
        payAsShown(use("LAUNCH"), PAYS, "coupon", "LAUNCH");

        var upsell = browser.get(browser.get(way).location());

        assertThat(upsell.text()).contains("One click charges $97");
    }

    @Test
    void aStoppedCodeWorksNoMoreAndAgainWhenItIsLetTo() {
        var coupon = coupons.open(workspace.id(), "LAUNCH", 20);
        WorkspaceScope.run(workspace.id(), () -> kept.stop(coupon));
        coupons.open(workspace.id(), "OTHER", 10);

        assertThat(use("LAUNCH").page().select("#coupon-error").text()).contains("works no more");

        WorkspaceScope.run(workspace.id(), () -> kept.resume(coupon));
        assertThat(sums(use("LAUNCH"))).contains("Total $15.20");
    }

    @Test
    void nobodyFindsOutByTryingWhichCodesThereAre() {
        coupons.open(workspace.id(), "LAUNCH", 20);
        for (int guess = 0; guess < 10; guess++) {
            assertThat(use("GUESS" + guess).page().select("#coupon-error").text())
                    .contains("no such code");
        }

        assertThat(use("LAUNCH").page().select("#coupon-error").text()).contains("Too many codes");
        assertThat(pay(PAYS).status()).as("without a code").isEqualTo(303);
    }

    @Test
    void anotherWorkspacesCodeIsUnknown() {
        coupons.open(accounts.workspace().id(), "THEIRS", 20);
        coupons.open(workspace.id(), "OURS", 10);

        assertThat(use("THEIRS").page().select("#coupon-error").text()).contains("no such code");
    }

    @Test
    void whatNobodyTypesIsNoCode() {
        coupons.open(workspace.id(), "LAUNCH", 20);

        for (var odd : List.of("${7*7}", "<b>x</b>", "' or 1=1 --", "x".repeat(5000), "\u0000", "LAUNCH\u0000X")) {
            var answer = use(odd);
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.page().select("b")).isEmpty();
        }
    }

    private static <T> List<T> inParallel(List<Callable<T>> works) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<T>();
            for (var done : threads.invokeAll(works)) {
                all.add(done.get());
            }
            return all;
        }
    }

    private Answer use(String code, String... more) {
        return browser.post(
                checkout(),
                with(more, "update", "code", "coupon", code, "email", "ana@example.com", "name", "Ana Ash"));
    }

    private Answer payAsShown(Answer page, String card, String... more) {
        return pay(card, with(more, "shown", shown(page)));
    }

    private int uses(String code) {
        return jdbc.sql("select uses from coupons where workspace_id = ? and code = ?")
                .param(workspace.id().value())
                .param(code)
                .query(Integer.class)
                .single();
    }

    private long payments() {
        return jdbc.sql("select count(*) from payments where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }
}
