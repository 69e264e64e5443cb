package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Audience;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.CrossSell;
import app.backmatter.funnels.domain.DownSell;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.RePitch;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Step;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.funnels.domain.Upsell;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.DisputeFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class CheckoutTests extends CheckoutScene {
    private static final String DECLINED_LATER = "4000000000000341";
    private static final String ASKS_LATER = "4000002760003184";
    private static final String SILENT = "4000000000000119";

    @Autowired
    Audience audience;

    @Autowired
    MovableClock clock;

    @Autowired
    DisputeFixtures disputes;

    @Autowired
    Readers readers;

    @Autowired
    SeenSteps seenSteps;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void throughEveryYes() {
        assertThat(browser.get(way).text()).contains("The workbook").contains("$19");
        assertThat(browser.get(checkout()).page().select("#email").val()).isEqualTo("ana@example.com");

        var paid = pay(PAYS, "bump", "yes");
        assertThat(paid.status()).isEqualTo(303);
        var upsell = follow(paid.location());
        assertThat(upsell.text())
                .contains("The course")
                .contains("One click charges $97")
                .contains("•••• 4242");

        var crossSell = follow(accept(Upsell.class).location());
        assertThat(crossSell.text()).contains("More lessons").contains("$12");

        var receipt = follow(accept(CrossSell.class).location());
        assertThat(receipt.page().select(".lines tbody tr").eachText())
                .containsExactly(
                        "Companion workbook $19", "Launch checklist $7", "Video course $97", "Extra lessons $12");
        assertThat(receipt.page().select(".lines tfoot td").text()).isEqualTo("$135");
        assertThat(new Mailbox(jdbc, workspace.id())
                        .waitForOneTo("ana@example.com", "eceipt")
                        .text())
                .contains("$135");
    }

    @Test
    void throughEveryNo() {
        assertThat(follow(refuse(Tripwire.class).location()).text()).contains("Look into your mailbox");
        assertThat(order()).isNull();

        var other = signUp("bea@example.com");
        way = other;
        pay(PAYS);
        var downSell = follow(refuse(Upsell.class).location());
        assertThat(downSell.text()).contains("Three lessons").contains("$37");
        var crossSell = follow(refuse(DownSell.class).location());
        assertThat(crossSell.text()).contains("More lessons");
        var receipt = follow(refuse(CrossSell.class).location());
        assertThat(receipt.page().select(".lines tfoot td").text()).isEqualTo("$19");
    }

    @Test
    void aKnownBuyerWhoSignsUpAgainPaysForNothingTwice() {
        pay(PAYS);
        inAnotherWindow();
        assertThat(browser.get(way).text())
                .as("nobody is told what an address owns")
                .contains("The workbook");

        var answer = pay(PAYS, "bump", "yes");

        assertThat(answer.location()).contains("/payments/");
        assertThat(browser.get(answer.location()).text())
                .contains("Look into your mailbox", "ana@example.com", "Nothing was charged")
                .doesNotContain("already", "library");
        assertThat(charges()).isEqualTo(1);
        var mail = new Mailbox(jdbc, workspace.id()).waitForOneTo("ana@example.com", "You have it already");
        assertThat(mail.text())
                .contains("You have Companion workbook already, so none of this was charged")
                .doesNotContain("take Companion workbook out");
        assertThat(mail.button()).contains("/library/");
        assertThat(pay(PAYS, "email", "new@example.com").location())
                .as("for another address")
                .isEqualTo(way);
    }

    @Test
    void whoHasTheOrderBumpAlreadyIsToldHowToOrderTheRest() {
        grant(ReaderFunnels.step(revision, Tripwire.class).bump().product());

        assertThat(pay(PAYS, "bump", "yes").location()).contains("/payments/");
        assertThat(charges()).isZero();
        assertThat(new Mailbox(jdbc, workspace.id())
                        .waitForOneTo("ana@example.com", "You have it already")
                        .text())
                .contains("pay for Companion workbook, Launch checklist", "take Launch checklist out");

        assertThat(pay(PAYS).location()).isEqualTo(way);
        assertThat(order().total().minorUnits()).isEqualTo(1900);
    }

    @Test
    void nobodyLearnsByABadCardWhatAnAddressOwns() {
        pay(PAYS);
        inAnotherWindow();

        assertThat(pay(DECLINED).location()).endsWith("?declined=card_declined");
        var bank = pay(ASKS_THE_BANK);
        assertThat(bank.location()).contains("/sandbox/authentication/");
        var back = browser.post(bank.location(), "answer", "APPROVE");

        assertThat(follow(back.location()).text()).contains("Look into your mailbox");
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void anOfferThatTheBuyerHasIsNotChargedInOneClick() {
        pay(PAYS);
        grant(ReaderFunnels.step(revision, Upsell.class).product());

        var next = follow(accept(Upsell.class).location());

        assertThat(next.text()).contains("That was not charged", "More lessons").doesNotContain("refused");
        assertThat(charges()).isEqualTo(1);
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void aReaderIsNotAskedToAddWhatTheyHave() {
        way = confirm("ana@example.com");
        pay(DECLINED);
        var tripwire = ReaderFunnels.step(revision, Tripwire.class);
        grant(tripwire.bump().product());

        assertThat(browser.get(checkout()).page().select("#bump")).isEmpty();
        pay(PAYS, "bump", "yes");
        assertThat(order().total().minorUnits()).isEqualTo(1900);
    }

    @Test
    void whatABankHoldsBackIsNeitherOfferedNorChargedAgainUntilItTookTheMoney() {
        pay(PAYS);
        confirm("ana@example.com");
        var disputed = order().id();
        disputes.tell(workspace, disputed.value(), State.OPEN, Money.of(1900, "USD"));

        inAnotherWindow();
        assertThat(browser.get(pay(PAYS).location()).text()).contains("Nothing was charged");
        assertThat(charges()).isEqualTo(1);
        var mail = new Mailbox(jdbc, workspace.id())
                .waitForOneTo("ana@example.com", "You have it already: Companion workbook");
        assertThat(mail.text()).contains("For now you can’t download Companion workbook: a bank disputes");
        way = "/r/"
                + readers.with(
                        way.substring("/r/".length()),
                        reader -> reader.passage().proof());
        var offer = way + "/steps/" + id(Tripwire.class);
        assertThat(browser.get(offer).text())
                .contains("You have it already", "for now you can’t download it")
                .doesNotContain("whenever you like");

        disputes.tell(workspace, disputed.value(), State.LOST, Money.of(1900, "USD"));
        assertThat(browser.get(offer).text()).contains("The workbook");
        pay(PAYS);
        assertThat(charges()).isEqualTo(2);
    }

    private void inAnotherWindow() {
        browser = new ReaderBrowser(port);
        way = signUp("ana@example.com");
    }

    /** To Ana, who is known by what she did before. */
    private void grant(ProductId product) {
        WorkspaceScope.run(workspace.id(), () -> {
            var ana = audience.find(new EmailAddress("ana@example.com")).orElseThrow();
            orders.grant(ana.id(), product, clock.instant());
        });
    }

    @Test
    void theTotalIsUpdatedWithoutPaying() {
        var plain = browser.get(checkout()).page();
        assertThat(plain.select(".lines tfoot td").text()).isEqualTo("$19");

        var updated = browser.post(checkout(), "update", "yes", "bump", "yes", "email", "x@example.com", "name", "X");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.page().select(".lines tfoot td").text()).isEqualTo("$26");
        assertThat(updated.page().select("#bump").hasAttr("checked")).isTrue();
        assertThat(updated.page().select("#email").val()).isEqualTo("x@example.com");
    }

    @Test
    void whatTheBrowserSaysOfPricesAndProductsIsIgnored() {
        pay(
                PAYS,
                "price",
                "1",
                "total",
                "1",
                "product",
                UUID.randomUUID().toString(),
                "quantity",
                "9",
                "currency",
                "JPY");

        assertThat(order().total().format(Locale.US)).isEqualTo("$19");
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void aStepOfAnotherFunnelIsNotFound() {
        var other = funnels.publish(workspace, "other", ReaderFunnels.freeGift());
        var foreign = ReaderFunnels.step(other, Tripwire.class).id();

        assertThat(browser.get(way + "/checkout/" + foreign).status()).isEqualTo(404);
        assertThat(browser.post(way + "/checkout/" + foreign, card(EMAIL, PAYS)).status())
                .isEqualTo(404);
        assertThat(browser.get(way + "/steps/" + foreign).status()).isEqualTo(404);
        assertThat(browser.post(way + "/steps/" + foreign + "/acceptance").status())
                .isEqualTo(404);
        assertThat(browser.post(way + "/steps/" + foreign + "/refusal").status())
                .isEqualTo(404);
        assertThat(browser.get(way + "/payments/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(browser.get(way + "/checkout/no-id").status()).isEqualTo(404);
        assertThat(browser.get(way + "/checkout/" + id(Upsell.class)).status())
                .as("an upsell has no checkout")
                .isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithTheFormAndKeepsAllButTheCard() {
        var answer = browser.post(
                checkout(), "email", "ana", "name", "", "bump", "yes", "number", "4242", "expiry", "13/29", "cvc", "1");

        assertThat(answer.status()).isEqualTo(422);
        var page = answer.page();
        assertThat(page.select(".field-error")).hasSize(5);
        assertThat(page.select("#email").val()).isEqualTo("ana");
        assertThat(page.select("#bump").hasAttr("checked")).isTrue();
        assertThat(page.select("#number").val()).isEmpty();
        assertThat(page.select("#cvc").val()).isEmpty();
        assertThat(page.select("form").outerHtml()).doesNotContain("4242");
    }

    @Test
    void aDeclinedCardLeavesTheOrderToBePaidWithAnother() {
        var declined = pay(DECLINED, "bump", "yes");

        assertThat(declined.status()).as("a reload sends nothing again").isEqualTo(303);
        assertThat(declined.location()).isEqualTo(checkout() + "?declined=card_declined");
        var page = browser.get(declined.location()).page();
        assertThat(page.select(".form-errors").text()).contains("declined");
        assertThat(page.select("#bump").hasAttr("checked")).isTrue();
        assertThat(page.select("#name").val()).isEqualTo("Ana Ash");
        assertThat(pay(PAYS).status()).isEqualTo(303);
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void nobodyTriesManyCardsOnOneWay() {
        declineCards(5);

        var refused = pay(PAYS, "bump", "yes");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.page().select(".form-errors").text()).contains("Too many cards");
        assertThat(refused.page().select("#name").val()).isEqualTo("Ana Ash");
        assertThat(refused.page().select("#bump").hasAttr("checked")).isTrue();
        assertThat(refused.body()).doesNotContain("4242 4242 4242 4242\"");
        assertThat(order()).isNull();
    }

    private void declineCards(int many) {
        for (int i = 0; i < many; i++) {
            assertThat(pay(DECLINED, "cvc", "10" + i).status()).isEqualTo(303);
        }
    }

    @Test
    void nobodyTriesManyCardsOnManyWaysFromOneNetwork() {
        for (int reader = 0; reader < 2; reader++) {
            way = signUp("reader" + reader + "@example.com");
            declineCards(5);
        }
        way = signUp("ana@example.com");

        assertThat(pay(PAYS).status()).isEqualTo(429);
        assertThat(order()).isNull();
        clock.advance(Duration.ofMinutes(2));
        assertThat(pay(PAYS).status()).as("later").isEqualTo(303);
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void whoMayStillBeChargedIsNotToldOtherwiseByANetworkOfManyDeclinedCards() {
        var own = way;
        pay(SILENT);
        for (int reader = 0; reader < 2; reader++) {
            way = signUp("reader" + reader + "@example.com");
            declineCards(5);
        }
        way = own;

        var again = pay(SILENT);

        assertThat(again.status()).isEqualTo(303);
        assertThat(again.location()).contains("/payments/");
    }

    @Test
    void aNetworkOfManyDeclinedCardsKeepsNoOtherFromPaying() {
        for (int reader = 0; reader < 2; reader++) {
            way = signUp("reader" + reader + "@example.com");
            declineCards(5);
        }
        way = signUp("ana@example.com");
        browser = new ReaderBrowser(port);

        assertThat(pay(PAYS).status()).isEqualTo(303);
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void theBankMayWantToHearFromTheReader() {
        var bank = pay(ASKS_THE_BANK);
        assertThat(bank.location()).contains("/sandbox/authentication/");
        assertThat(follow(way).text()).as("not paid yet").contains("The workbook");

        var back = browser.post(bank.location(), "answer", "APPROVE");

        assertThat(back.location()).contains("/payments/");
        assertThat(follow(back.location()).text()).contains("The course");
    }

    @Test
    void whoComesBackFromTheBankWithAnotherCardPaysWithThatOne() {
        var bank = pay(ASKS_THE_BANK);
        assertThat(pay(ASKS_THE_BANK).location()).as("a double click").isEqualTo(bank.location());

        assertThat(follow(pay(PAYS).location()).text()).contains("The course").contains("4242");

        browser.post(bank.location(), "answer", "APPROVE");
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void whoSaysNoAtTheBankIsBackAtTheCheckoutWithEverythingTyped() {
        var bank = pay(ASKS_THE_BANK, "bump", "yes");

        var back = browser.post(bank.location(), "answer", "REFUSE");

        var page = follow(back.location()).page();
        assertThat(page.select(".form-errors").text()).contains("not approved");
        assertThat(page.select("#name").val()).isEqualTo("Ana Ash");
        assertThat(page.select("#bump").hasAttr("checked")).isTrue();
        assertThat(pay(PAYS).status()).isEqualTo(303);
        assertThat(order().total().minorUnits()).isEqualTo(1900);
    }

    @Test
    void aSilentProcessorIsAskedUntilItTells() {
        var waiting = pay(SILENT);

        assertThat(waiting.location()).contains("/payments/");
        var page = browser.get(waiting.location());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("meta[http-equiv=refresh]")).hasSize(1);
        assertThat(page.text()).contains("not be charged twice");
        await().untilAsserted(
                        () -> assertThat(follow(waiting.location()).text()).contains("The course"));
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void tenClicksAtOnceAreOneOrder() throws Exception {
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> click = () -> pay(PAYS, "bump", "yes");
            for (var answer :
                    clicks.invokeAll(IntStream.range(0, 10).mapToObj(i -> click).toList())) {
                assertThat(answer.get().status()).isEqualTo(303);
            }
        }

        await().untilAsserted(() -> assertThat(charges()).isEqualTo(1));
        assertThat(order().total().minorUnits()).isEqualTo(2600);
    }

    @Test
    void tenClicksOnAnUpsellAreOneCharge() throws Exception {
        pay(PAYS);
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> click = () -> accept(Upsell.class);
            for (var answer :
                    clicks.invokeAll(IntStream.range(0, 10).mapToObj(i -> click).toList())) {
                assertThat(answer.get().status()).isEqualTo(303);
            }
        }

        await().untilAsserted(() -> assertThat(charges()).isEqualTo(2));
        assertThat(order().total().minorUnits()).isEqualTo(11600);
    }

    @Test
    void anOfferIsAnsweredOnceAndBackShowsWhereTheReaderIs() {
        pay(PAYS);
        refuse(Upsell.class);

        assertThat(follow(accept(Upsell.class).location()).text()).contains("Three lessons");
        assertThat(follow(way + "/steps/" + id(Upsell.class)).text()).contains("Three lessons");
        assertThat(follow(checkout()).text()).as("the tripwire is paid").contains("You have it already");
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void noOneClickOfferBeforeAPayment() {
        assertThat(follow(way + "/steps/" + id(Upsell.class)).text()).contains("The workbook");
        accept(Upsell.class);

        assertThat(order()).isNull();
        assertThat(charges()).isZero();
    }

    @Test
    void aDeclinedUpsellNeverLosesTheFirstSale() {
        pay(DECLINED_LATER);

        var next = follow(accept(Upsell.class).location());

        assertThat(next.text()).contains("What you bought before is safe").contains("Three lessons");
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void anUpsellMayNeedTheBank() {
        pay(ASKS_LATER);

        var bank = accept(Upsell.class);
        assertThat(bank.location()).contains("/sandbox/authentication/");
        var back = browser.post(bank.location(), "answer", "APPROVE");

        assertThat(follow(back.location()).text()).contains("More lessons");
        assertThat(order().lines()).hasSize(2);
    }

    @Test
    void oneClickOffersEndAnHourAfterThePayment() {
        pay(PAYS);
        clock.advance(Duration.ofMinutes(61));

        assertThat(follow(way).text()).contains("Thank you for your order");
        assertThat(follow(accept(Upsell.class).location()).text()).contains("Thank you for your order");
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void whoTypedSomebodyElsesAddressIsNotLedToTheirLibrary() {
        pay(PAYS);
        accept(Upsell.class);
        accept(CrossSell.class);

        assertThat(follow(way).page().select("a[href*=/library/]")).isEmpty();
    }

    @Test
    void whoTypedSomebodyElsesAddressNeitherSeesNorUsesWhatItsOwnerPaid() {
        var typed = way;
        way = confirm("ana@example.com");
        pay(DECLINED, "email", "ana.private@example.com");
        assertThat(browser.get(typed + "/checkout/" + id(Tripwire.class)).body())
                .doesNotContain("ana.private");
        pay(PAYS);

        way = typed;
        assertThat(accept(Upsell.class).status()).isEqualTo(200);
        for (var page :
                new String[] {"", "/receipt", "/steps/" + id(Upsell.class), "/checkout/" + id(Tripwire.class)}) {
            var answer = browser.get(typed + page);
            assertThat(answer.text()).contains("goes on elsewhere").doesNotContain("4242");
            assertThat(answer.page().select("a[href*=/library/]")).isEmpty();
        }
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void aMailboxOwnerDoesNotUseTheCardOfWhoTypedTheAddress() {
        pay(PAYS);

        way = confirm("ana@example.com");

        assertThat(follow(way).text()).contains("Thank you for your order");
        assertThat(follow(accept(Upsell.class).location()).text()).contains("Thank you for your order");
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void aMailboxOwnerIsNotShownWhatWasBoughtUnderAnotherAddress() {
        pay(PAYS, "email", "bea@example.com");

        way = confirm("ana@example.com");

        assertThat(follow(way + "/receipt").text())
                .contains("goes on elsewhere")
                .contains("is here")
                .doesNotContain("bea@example.com");
    }

    @Test
    void whoGoesBackAfterPayingIsLedToTheOrder() {
        pay(PAYS);

        var page = follow(checkout()).page();

        assertThat(page.select("a.button-primary").attr("href")).isEqualTo(way);
    }

    @Test
    void theNameOnTheCardIsNotGuessedAndTheCardIsAskedForAgain() {
        way = browser.post("/p/" + workspace.slug() + "/gift", "email", "cy@example.com", "firstName", "Cy")
                .location();
        assertThat(browser.get(checkout()).page().select("#name").val()).isEmpty();

        var page = pay(PAYS, "email", "cy").page();

        assertThat(page.select(".form-errors[autofocus]")).hasSize(1);
        assertThat(page.text()).contains("type it once more");
    }

    @Test
    void theRePitchSellsAtItsOwnPriceAndLeadsOn() {
        var proven = confirm("ana@example.com");
        refuse(Tripwire.class);

        var offer = browser.get(proven + "/steps/" + id(RePitch.class));
        assertThat(offer.text()).contains("The workbook again").contains("$14");
        way = proven;
        var paid = browser.post(proven + "/checkout/" + id(RePitch.class), card(EMAIL, PAYS));

        assertThat(follow(paid.location()).text()).contains("The course");
        assertThat(order().total().minorUnits()).isEqualTo(1400);
    }

    @Test
    void aBuyerWhoComesToTheRePitchHasItAlready() {
        var proven = confirm("ana@example.com");
        pay(PAYS);

        var page = browser.get(proven + "/steps/" + id(RePitch.class));

        assertThat(page.text()).contains("You have it already");
        assertThat(page.page().select("a[href*=/library/]")).hasSize(1);
    }

    @Test
    void programsThatOnlyFetchAheadAreNoViewsAndReleaseNoReceipt() {
        onlyFetch(way);
        onlyFetch(checkout());
        var next = browser.get(pay(PAYS).location()).location();
        onlyFetch(next);
        onlyFetch(way + "/receipt");
        awaitAllViews();

        assertThat(seen(Tripwire.class)).as("by the payment itself").isEqualTo(1);
        assertThat(seen(Upsell.class)).isZero();
        assertThat(receiptWaits()).isTrue();

        browser.get(way + "/receipt");
        assertThat(receiptWaits()).isFalse();
    }

    @Test
    void aCheckoutThatIsOnlyFetchedAheadWasNotSeen() {
        onlyFetch(way);
        onlyFetch(checkout());
        awaitAllViews();

        assertThat(seen(Tripwire.class)).isZero();
    }

    /** Somebody else's view comes last. */
    private void awaitAllViews() {
        new ReaderBrowser(port, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .get("/p/" + workspace.slug() + "/gift");
        await().until(() -> seen(OptIn.class) == 2);
    }

    private void onlyFetch(String path) {
        assertThat(browser.head(path).status()).isEqualTo(200);
        assertThat(browser.prefetch(path).status()).isEqualTo(200);
    }

    private long seen(Class<? extends Step> kind) {
        var step = ReaderFunnels.step(revision, kind).id();
        return seenSteps.of(revision.id()).stream()
                .filter(view -> view.step().equals(step))
                .count();
    }

    private boolean receiptWaits() {
        return jdbc.sql("""
            select due_at > queued_at + interval '10 minutes' and state = 'QUEUED' from messages
            where workspace_id = ? and template = 'receipt'
            """).param(workspace.id().value()).query(Boolean.class).single();
    }

    @Test
    void readersInsideKeepTheirRevision() {
        funnels.publishAgain(workspace, revision, ReaderFunnels.worded(ReaderFunnels.freeGift(), "Changed"));

        assertThat(browser.get(way).text()).contains("The workbook").doesNotContain("Changed");
    }

    @Test
    void aFunnelThatStartsWithTheTripwireAsksForTheAddressAtItsCheckout() {
        revision = funnels.publish(workspace, "offer", ReaderFunnels.tripwireFirst());
        var begun = browser.post("/p/" + workspace.slug() + "/offer").location();
        way = begun.substring(0, begun.indexOf("/checkout"));

        var paid = pay(PAYS, "email", "new@example.com");

        assertThat(follow(paid.location()).text()).contains("The course");
        assertThat(order().email().value()).isEqualTo("new@example.com");
    }

    @Test
    void privatePagesAreLightKeptByNobodyAndHaveLabelledCardFields() {
        var answer = browser.get(checkout());

        assertThat(answer.body().length()).isLessThan(40_000);
        for (var field : new String[] {"cc-name", "cc-number", "cc-exp", "cc-csc", "email"}) {
            var input = answer.page().selectFirst("input[autocomplete=" + field + "]");
            assertThat(answer.page().select("label[for=" + input.id() + "]")).hasSize(1);
        }
    }

    private String confirm(String email) {
        var mailed = new Mailbox(jdbc, workspace.id())
                .waitForOneTo(email, "Please confirm")
                .button();
        return browser.post(mailed).location();
    }

    private Answer accept(Class<? extends Offer> kind) {
        return browser.post(way + "/steps/" + id(kind) + "/acceptance");
    }

    private Answer refuse(Class<? extends Offer> kind) {
        return browser.post(way + "/steps/" + id(kind) + "/refusal");
    }

    private Answer follow(String path) {
        var answer = browser.get(path);
        return answer.status() == 303 ? follow(answer.location()) : answer;
    }

    private long charges() {
        return jdbc.sql("select count(*) from payments where workspace_id = ? and state = 'CHARGED'")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }
}
