package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.RePitch;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.funnels.domain.Upsell;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.Sequences;
import app.backmatter.orders.Orders;
import app.backmatter.shared.SourceKind;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BookFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@BackmatterTest
class FollowUpTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReaderFunnels funnels;

    @Autowired
    Sequences sequences;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BookFixtures books;

    @Autowired
    MockMvc mvc;

    @Autowired
    Orders orders;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    ReaderBrowser browser;
    String code = "";
    TestWorkspace workspace;
    SequenceId buyers;
    SequenceId nonBuyers;
    PublishedRevision revision;

    @BeforeEach
    void publish() {
        browser = new ReaderBrowser(port);
        workspace = accounts.workspace();
        buyers = sequence(SequencePurpose.BUYERS);
        nonBuyers = sequence(SequencePurpose.NON_BUYERS);
        revision = funnels.publish(
                workspace, "gift", ReaderFunnels.followedUp(ReaderFunnels.freeGift(), buyers, nonBuyers));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whoConfirmsWithoutBuyingIsLedToTheRePitchByTheirOwnAddress() {
        signUp("ana@example.com");
        confirm("ana@example.com");

        assertThat(states(nonBuyers, "ana@example.com")).containsExactly("ACTIVE");
        assertThat(states(buyers, "ana@example.com")).isEmpty();
        var offer = offerLink();
        assertThat(offer)
                .contains(
                        "/steps/" + ReaderFunnels.step(revision, RePitch.class).id());
        assertThat(browser.get(offer).text()).contains("The workbook again");
    }

    @Test
    void aPurchaseEndsThePitchAndBeginsTheBuyersLetters() {
        var way = signUp("ana@example.com");
        confirm("ana@example.com");

        pay(way, "ana@example.com");

        assertThat(states(nonBuyers, "ana@example.com")).containsExactly("STOPPED");
        await().untilAsserted(
                        () -> assertThat(states(buyers, "ana@example.com")).containsExactly("ACTIVE"));
    }

    @Test
    void whoPaysUnderAnotherAddressIsPitchedNoMoreUnderTheFirst() {
        var way = signUp("ana@example.com");
        confirm("ana@example.com");

        pay(way, "ana.work@example.com");

        await().untilAsserted(
                        () -> assertThat(states(nonBuyers, "ana@example.com")).containsExactly("STOPPED"));
        assertThat(states(buyers, "ana.work@example.com")).containsExactly("ACTIVE");
    }

    @Test
    void whoBoughtBeforeConfirmingIsNeverPitched() {
        var way = signUp("ana@example.com");
        pay(way, "ana@example.com");

        confirm("ana@example.com");

        assertThat(states(nonBuyers, "ana@example.com")).isEmpty();
    }

    @Test
    void aSaleOfTheRePitchIsTheLettersWithAllThatFollowedIt() throws Exception {
        var code = books.backMatter(workspace).link().code();
        browser.post("/p/" + workspace.slug() + "/gift", "email", "ana@example.com", "from", code);
        var proven = browser.post(new Mailbox(jdbc, workspace.id())
                        .waitForOneTo("ana@example.com", "Please confirm")
                        .button())
                .location();
        payWith("4000000000000002", proven, Tripwire.class);
        browser.get(proven + "/steps/" + id(RePitch.class));
        browser.get(proven + "/checkout/" + id(RePitch.class));
        var next = payWith("4242424242424242", proven, RePitch.class).location();
        var upsell = browser.get(browser.get(next).location());
        assertThat(upsell.text()).contains("The course");
        browser.post(proven + "/steps/" + id(Upsell.class) + "/acceptance");

        await().untilAsserted(() -> assertThat(source("E-mails Letters")).contains("$111"));
        assertThat(source("Back matter of the paperback"))
                .as("what the place itself brought")
                .doesNotContain("$1");
        var orders = Jsoup.parse(owner("/orders"));
        assertThat(orders.text()).contains("E-mails Letters");

        var order = Jsoup.parse(owner(orders.select("tbody a").attr("href").replace(workspace.path(""), "")));
        assertThat(order.select(".trail").first().select("li p:first-child").eachText())
                .containsExactly(
                        "Declined $19 for Companion workbook. The bank declined the card.",
                        "Said yes to The workbook again",
                        "Charged $14 for Companion workbook",
                        "Delivered Companion workbook",
                        "Said yes to The course",
                        "Charged $97 for Video course",
                        "Delivered Video course");
        assertThat(order.select("a[href*=/funnels/]").eachText()).contains("Funnel gift");
        assertThat(order.select("a[href*=/mail/]").eachText()).anyMatch(mail -> mail.contains("receipt"));
        assertThat(order.select("a[href*=/contacts/]").text()).contains("ana@example.com");
    }

    @Test
    void aSaleByALettersLinkIsTheLettersWhereThereIsNoRePitchToo() throws Exception {
        revision = publish("plain", ReaderFunnels.withoutRePitch());
        var typed = signUpAtThePlace("plain", "ana@example.com");
        browser.get(typed);
        confirm("ana@example.com");
        var letter = Jsoup.parse(browser.get(offerLink()).body());
        var checkout = letter.select("a.button-primary").attr("href");
        var declined = browser.post(checkout, card("4000000000000002")).location();
        assertThat(declined).endsWith("&declined=card_declined");
        var form = browser.get(declined).page().select("form").attr("action");

        assertThat(browser.post(form, card("4242424242424242")).status()).isEqualTo(303);

        await().untilAsserted(() -> assertThat(figures("E-mails Letters"))
                .as("visitors, sign-ups, orders, revenue")
                .startsWith("1", "too few to tell 0 of 1", "1", "$19"));
        assertThat(figures("Back matter of the paperback")).startsWith("1").doesNotContain("$19");
        assertThat(Jsoup.parse(owner("/orders")).text()).contains("E-mails Letters");
    }

    @Test
    void aSaleIsDueToItsSourceForThirtyDays() throws Exception {
        var ana = signUpAtThePlace("gift", "ana@example.com");
        browser = new ReaderBrowser(port);
        var bea = signUpAtThePlace("gift", "bea@example.com");
        browser.get(ana);
        browser.get(bea);
        clock.advance(Duration.ofDays(29));
        pay(ana, "ana@example.com");
        clock.advance(Duration.ofDays(2));
        pay(bea, "bea@example.com");

        await().untilAsserted(() -> assertThat(figures("Direct")).contains("1", "$19"));
        assertThat(figures("Back matter of the paperback")).startsWith("2").contains("1", "$19");
    }

    @Test
    void aBuyerWhoCameDirectlyIsDueToTheLastSourceOfThirtyDays() {
        signUpAtThePlace("gift", "ana@example.com");
        clock.advance(Duration.ofDays(20));
        revision = publish("offer", ReaderFunnels.tripwireFirst());
        var way = browser.post("/p/" + workspace.slug() + "/offer").location().replaceFirst("/checkout/.*", "");

        pay(way, "ana@example.com");

        var order = WorkspaceScope.call(workspace.id(), () -> orders.latest(1).getFirst());
        assertThat(order.source().kind()).isEqualTo(SourceKind.PLACE);
    }

    private PublishedRevision publish(String slug, FunnelContent content) {
        return funnels.publish(workspace, slug, ReaderFunnels.followedUp(content, buyers, nonBuyers));
    }

    private String signUpAtThePlace(String slug, String email) {
        return browser.post("/p/" + workspace.slug() + "/" + slug, "email", email, "from", code())
                .location();
    }

    private String code() {
        if (code.isEmpty()) {
            code = books.backMatter(workspace).link().code();
        }
        return code;
    }

    private String offerLink() {
        return jdbc.sql("select fields ->> 'offer_link' from enrolments where workspace_id = ?")
                .param(workspace.id().value())
                .query(String.class)
                .single();
    }

    private static String[] card(String number) {
        return new String[] {
            "email", "ana@example.com", "name", "Ana Ash", "number", number, "expiry", "12/89", "cvc", "123"
        };
    }

    /** The cells of the report's line about one source, of all time. */
    private List<String> figures(String name) throws Exception {
        return Jsoup.parse(owner("/reports/funnels/" + revision.funnel() + "?days=all")).select("table tr").stream()
                .filter(row -> row.text().contains(name))
                .flatMap(row -> row.select("td").stream())
                .map(Element::text)
                .toList();
    }

    /** The line of the report about one source. */
    private String source(String name) throws Exception {
        return Jsoup.parse(owner("/reports/funnels/" + revision.funnel())).select("table tr").stream()
                .map(Element::text)
                .filter(row -> row.contains(name))
                .collect(Collectors.joining());
    }

    private String owner(String path) throws Exception {
        return mvc.perform(get(workspace.path(path)).with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Answer payWith(String card, String way, Class<? extends Offer> kind) {
        return browser.post(
                way + "/checkout/" + id(kind),
                "email",
                "ana@example.com",
                "name",
                "Ana Ash",
                "number",
                card,
                "expiry",
                "12/49",
                "cvc",
                "123");
    }

    private UUID id(Class<? extends Offer> kind) {
        return ReaderFunnels.step(revision, kind).id();
    }

    @Test
    void whoHadConfirmedBeforeHasTheGiftWithoutAnotherButton() {
        var single = ReaderFunnels.followedUp(ReaderFunnels.singleOptIn(ReaderFunnels.freeGift()), buyers, nonBuyers);
        funnels.publish(workspace, "single", single);
        browser.post("/p/" + workspace.slug() + "/single", "email", "ana@example.com");
        await().untilAsserted(
                        () -> assertThat(states(nonBuyers, "ana@example.com")).containsExactly("ACTIVE"));

        var way = signUp("ana@example.com");

        var mails = new Mailbox(jdbc, workspace.id());
        await().until(() -> mails.to("ana@example.com").size() == 2);
        assertThat(mails.to("ana@example.com"))
                .allSatisfy(mail -> assertThat(mail.subject()).startsWith("Here it is"));
        assertThat(browser.get(mails.to("ana@example.com").getFirst().button()).text())
                .contains("Free workbook is here");
        assertThat(browser.get(way).text()).contains("Look into your mailbox");
    }

    private SequenceId sequence(SequencePurpose purpose) {
        var mail = new NewSequence.Mail(3, "Hello {first_name}", "Still there: {offer_link}", "Look again");
        return WorkspaceScope.call(
                workspace.id(), () -> sequences.create(new NewSequence("Letters", purpose, List.of(mail))));
    }

    private String signUp(String email) {
        return browser.post("/p/" + workspace.slug() + "/gift", "email", email).location();
    }

    private void confirm(String email) {
        browser.post(new Mailbox(jdbc, workspace.id())
                .waitForOneTo(email, "Please confirm")
                .button());
    }

    private void pay(String way, String email) {
        var checkout = way + "/checkout/"
                + ReaderFunnels.step(revision, Tripwire.class).id();
        var paid = browser.post(
                checkout,
                "email",
                email,
                "name",
                "Ana Ash",
                "number",
                "4242424242424242",
                "expiry",
                "12/49",
                "cvc",
                "123");
        assertThat(paid.status()).isEqualTo(303);
    }

    private List<String> states(SequenceId sequence, String email) {
        return jdbc.sql("select state from enrolments where sequence_id = ? and recipient = ?")
                .params(sequence.value(), email)
                .query(String.class)
                .list();
    }
}
