package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactView;
import app.backmatter.catalog.Catalog;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.EditionFixtures;
import app.backmatter.support.SmallPdf;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody pays for another person, who accepts it. */
@BackmatterTest
class PresentTests extends PresentScene {
    private static final String ASKS_THE_BANK = "4000002500003155";

    @Autowired
    EditionFixtures editions;

    @Autowired
    Catalog catalog;

    @Test
    void aPresentIsItsReadersOnceAcceptedAndPutsNobodyOnAList() {
        assertThat(give().location()).isEqualTo(way);
        var mail = mailbox.waitForOneTo(MARY, "Ann Ash has a present for you");
        assertThat(mail.text()).contains("Hello Mary,", "Happy <b>birthday</b>", "Workbook for the tripwire");
        assertThat(mail.html()).doesNotContain("/unsubscribe/", "<b>birthday");
        var link = mail.button();

        var page = browser.get(link);
        assertThat(page.text()).contains("Mary, Ann Ash has a present for you.", "Happy <b>birthday</b>");
        assertThat(page.page().select("#consent").hasAttr("checked")).isFalse();
        browser.head(link);
        assertThat(contact(MARY)).as("by looking").isEmpty();

        var library = browser.post(link).location();
        assertThat(browser.get(library).text()).contains("Workbook for the tripwire", "Workbook for the order-bump");
        assertThat(contact(MARY))
                .singleElement()
                .extracting(ContactView::status)
                .isEqualTo(ContactStatus.CUSTOMER);
        assertThat(browser.post(link, "consent", "yes").status()).isEqualTo(302);
        assertThat(contact(MARY).getFirst().status()).as("a second time").isEqualTo(ContactStatus.CUSTOMER);
        assertThat(contact(GIVER).getFirst().tags()).contains("buyer");
        assertThat(owned(GIVER)).isEmpty();
        assertThat(owned(MARY)).hasSize(2);
        assertThat(jdbc.sql("select count(*) from contact_events where workspace_id = ? and kind = 'present'")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theLinesOfAMessageStayLines() {
        give("presentMessage", "Dear Mary,\r\n\r\n- one\r\n# two");

        assertThat(mailbox.waitForOneTo(MARY).html()).contains("Dear Mary,<br />\n<br />\n- one<br />\n# two");
    }

    @Test
    void whoWantsLettersTicksTheBoxThatIsNotTicked() {
        give();
        var link = mailbox.waitForOneTo(MARY).button();

        browser.post(link, "consent", "yes");

        assertThat(contact(MARY))
                .singleElement()
                .extracting(ContactView::status)
                .isEqualTo(ContactStatus.SUBSCRIBED);
        var page = workspace.path("/contacts/" + contact(MARY).getFirst().id());
        assertThat(Browser.on(port)
                        .withCookie(workspace.owner().cookie())
                        .get(page)
                        .body())
                .contains("the page of a present");
    }

    @Test
    void whatTheBuyerAddsLaterIsTheirOwn() {
        give();
        var offer = browser.get(browser.get(way).location());

        var next = browser.post(
                offer.page().selectFirst("form[action$=/acceptance]").attr("action"));
        follow(next.location());

        assertThat(owned(GIVER)).hasSize(1);
        assertThat(mailbox.waitForOneTo(GIVER, "eceipt").text())
                .contains("The present goes to Mary", "Everything else lies ready in your library");
        var receipt = browser.get(way + "/receipt");
        assertThat(receipt.page().select(".downloads")).isNotEmpty();
        assertThat(receipt.text()).contains("what you bought for yourself stays yours");
    }

    @Test
    void theBuyerGetsTheReceiptAndNothingElse() {
        give();

        var receipt = follow(browser.get(way).location());

        assertThat(receipt.text()).contains("A present for Mary", "The link to it goes by e-mail: to mary@example.com");
        assertThat(receipt.text())
                .contains("A receipt goes to ann@example.com now.")
                .doesNotContain("stays yours");
        assertThat(receipt.page().select(".downloads")).isEmpty();
        var mail = mailbox.waitForOneTo(GIVER, "eceipt");
        assertThat(mail.text())
                .contains("The present goes to Mary, by a link in an e-mail.")
                .doesNotContain("downloaded");
        assertThat(browser.get(mail.button()).text())
                .contains("Receipt", "What you bought as a present is with the person");
        assertThat(browser.get(way + step()).location())
                .as("no page that calls it theirs")
                .isEqualTo(way);
        browser.post("/library/" + workspace.slug(), "email", GIVER);
        mailbox.waitForOneTo(GIVER, "Your library");
        assertThat(mailbox.to(GIVER)).noneMatch(each -> each.html().contains("/present/"));
    }

    @Test
    void theLinkLeavesOnItsDayInTheMorning() {
        var day = in(5);
        give("presentOn", day.toString());

        assertThat(due()).isEqualTo(day.atTime(8, 0).atZone(NEW_YORK).toInstant());
        clock.advance(Duration.between(clock.instant(), due()).plusSeconds(1));
        mailbox.waitForOneTo(MARY);
    }

    @Test
    void whatIsUnpaidOrUnknownLeadsNowhere() {
        give("number", "4000000000000002");

        assertThat(browser.get("/present/" + token()).status()).isEqualTo(404);
        assertThat(browser.post("/present/" + token()).status()).isEqualTo(404);
        assertThat(browser.get("/present/AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
        var cut = browser.get("/present/x");
        assertThat(cut.status()).isEqualTo(404);
        assertThat(cut.text()).contains("Open it once more from the mail");
        var again = browser.get(way + checkout()).page();
        assertThat(again.select("#present").hasAttr("checked")).isTrue();
        assertThat(again.select("#presentEmail").val()).isEqualTo(MARY);
        assertThat(again.select("#presentMessage").val()).isEqualTo("Happy <b>birthday</b>");
    }

    @Test
    void anAcceptedLinkOpensTheLibraryForAMonthAndThenLeadsToWhereAnotherIsAskedFor() {
        give();
        var link = mailbox.waitForOneTo(MARY).button();
        browser.post(link);

        clock.advance(Duration.ofDays(29));
        assertThat(browser.post(link).location()).contains("/library/");
        clock.advance(Duration.ofDays(2));
        var late = browser.post(link);

        assertThat(late.status()).isEqualTo(200);
        assertThat(late.page().select("form")).isEmpty();
        assertThat(late.page().select("a.button").attr("href")).isEqualTo("/library/" + workspace.slug());
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() {
        var answer = give("presentEmail", "mary", "presentName", "", "presentOn", "2020-01-01");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".field-error").eachText())
                .containsExactly(
                        "Type the address that the present goes to.",
                        "Type a name of up to 80 letters.",
                        "Choose a day from today on, within a year.");
        assertThat(answer.page().select("#presentMessage").val()).isEqualTo("Happy <b>birthday</b>");
        assertThat(give("presentMessage", "x".repeat(501)).status()).isEqualTo(422);
        assertThat(order()).isNull();
    }

    @Test
    void whatIsTypedWithoutTheTickIsNoPresentAndIsNotKept() {
        give("present", null, "presentEmail", "mary", "presentMessage", "x".repeat(5000));

        assertThat(owned(GIVER)).hasSize(2);
        assertThat(jdbc.sql("select present_email || present_message from typed_checkouts where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void whoHasItMayGiveItAway() {
        own();

        assertThat(give().location()).isEqualTo(way);

        assertThat(order().total().minorUnits()).isEqualTo(2600);
        mailbox.waitForOneTo(MARY, "has a present for you");
    }

    @Test
    void whoHasItIsLedToGivingItAwayAndSoldNothingElse() {
        way = browser.post(mailbox.waitForOneTo(GIVER, "Please confirm").button())
                .location();
        own();
        var step = way + step();

        assertThat(give("present", null).location()).isEqualTo(step);
        var link = browser.get(step).page().select("a[href*=present]").attr("href");
        assertThat(browser.get(link).page().select("#present").hasAttr("checked"))
                .isTrue();
        var declined = give("number", "4000000000000002").location();
        assertThat(browser.get(declined).page().select("#presentEmail").val()).isEqualTo(MARY);
        assertThat(give().location()).isEqualTo(way);

        assertThat(order().total().minorUnits()).isEqualTo(2600);
        mailbox.waitForOneTo(MARY, "has a present for you");
    }

    @Test
    void whoIsForgottenLeavesNoWordsInIt() {
        give();
        var link = mailbox.waitForOneTo(MARY).button();

        erase(GIVER);

        await().untilAsserted(() -> assertThat(browser.get(link).text())
                .contains("Mary, Somebody has a present for you.")
                .doesNotContain("birthday"));
        browser.post(link);
        erase(MARY);
        await().untilAsserted(() -> assertThat(browser.get(link).status()).isEqualTo(404));
        assertThat(mailbox.to(MARY)).isEmpty();
    }

    @Test
    void theDayChosenLastCounts() {
        give("number", ASKS_THE_BANK);
        var bank = give("number", ASKS_THE_BANK, "presentOn", in(5).toString()).location();

        follow(browser.post(bank, "answer", "APPROVE").location());

        assertThat(due()).isEqualTo(in(5).atTime(8, 0).atZone(NEW_YORK).toInstant());
    }

    @Test
    void copiesAreStampedWithTheNameOfWhoAcceptedIt() throws Exception {
        var product = funnel.products().get(FunnelPart.TRIPWIRE);
        var file = WorkspaceScope.call(workspace.id(), () -> {
            var stored = editions.stored("stamped.pdf", SmallPdf.page("Exercises"));
            catalog.addFile(product, stored);
            return stored;
        });
        Browser.on(port)
                .withCookie(workspace.owner().cookie())
                .post(workspace.path("/products/" + product + "/files/" + file + "/stamp"), Map.of());
        give();
        var library =
                browser.get(browser.post(mailbox.waitForOneTo(MARY).button()).location());

        var link = library.page().select(".downloads a:contains(stamped.pdf)").attr("href");

        try (var answer = URI.create("http://127.0.0.1:" + port + link).toURL().openStream();
                var document = Loader.loadPDF(answer.readAllBytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("This copy belongs to Mary, order 1")
                    .doesNotContain("Ann");
        }
    }

    @Test
    void theAuthorSeesItOnTheOrder() {
        give();
        var path = workspace.path("/orders/" + order().id());
        var author = Browser.on(port).withCookie(workspace.owner().cookie());
        assertThat(author.get(path).body()).contains("A present", MARY, "Happy &lt;b&gt;birthday", "Not accepted yet");

        browser.post(mailbox.waitForOneTo(MARY).button());

        assertThat(author.get(path).body()).contains("Accepted ").doesNotContain("Not accepted yet");
        assertThat(browser.get(way + "/receipt").text()).contains("Mary has accepted it.");
    }

    private String step() {
        return "/steps/" + funnel.step(FunnelPart.TRIPWIRE);
    }

    private void own() {
        WorkspaceScope.run(
                workspace.id(),
                () -> orders.grant(
                        contact(GIVER).getFirst().id(), funnel.products().get(FunnelPart.TRIPWIRE), clock.instant()));
    }

    private void erase(String email) {
        var person = contact(email).getFirst();
        var path = workspace.path("/contacts/" + person.id());
        assertThat(Browser.on(port)
                        .withCookie(workspace.owner().cookie())
                        .post(path + "/deletion", Map.of("email", email))
                        .status())
                .isEqualTo(302);
    }

    private Answer follow(String location) {
        var answer = browser.get(location);
        while (answer.status() == 303) {
            answer = browser.get(answer.location());
        }
        if (answer.page().selectFirst("form[action$=/refusal]") != null) {
            return follow(browser.post(
                            answer.page().selectFirst("form[action$=/refusal]").attr("action"))
                    .location());
        }
        return answer;
    }
}
