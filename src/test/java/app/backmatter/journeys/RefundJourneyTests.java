package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reader buys a workbook and, in one click, a course; writes that the course was not for her; gets her money back. */
@BackmatterTest
class RefundJourneyTests {
    private static final String COURSE = "Workbook for the upsell";
    private static final String LETTER = "Your refund for order 1";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestWorkspace workspace;
    private FunnelFixtures.Published funnel;
    private Mailbox mailbox;

    @BeforeEach
    void publish() {
        workspace = accounts.workspace();
        funnel = fixtures.publishedFreeGift(workspace);
        mailbox = new Mailbox(jdbc, workspace.id());
    }

    @Test
    void anAuthorGivesBackWhatWasNotForTheReader() {
        try (var ann = Journey.onPhone(at(), true);
                var author = Journey.onLaptop(at())) {
            buy(ann);
            signIn(author);
            awaitReport(author, "$123");

            author.follow("Orders").follow("Order 1").follow("Give money back…").check();
            author.follow("Only " + COURSE + ": $97")
                    .tick("Take them back")
                    .type("Reason", "Not what she had hoped for")
                    .press("See what will happen")
                    .check();
            assertThat(author.text())
                    .contains("$97 goes back to the card that paid: Visa •••• 4242.")
                    .contains("Taken back: " + COURSE + ".")
                    .contains("of $123, $26 is left")
                    .contains("ann@example.org gets a mail about it.");
            author.press("Change it").check();
            assertThat(author.page().getByLabel("Reason").inputValue()).isEqualTo("Not what she had hoped for");
            author.press("See what will happen").press("Give back $97").check();
            assertThat(author.text())
                    .contains("$97 went back to Visa •••• 4242.")
                    .contains("Not what she had hoped for")
                    .contains("Left after refunds", "$26");

            readsAboutIt(ann);
            awaitReport(author, "$26 after $97 refunded");
            author.follow("Today");
            assertThat(author.text()).contains("$26", "$123, of which $97 went back");
            author.follow("Audience").follow("ann@example.org").check();
            assertThat(author.text()).contains("Lifetime value", "$26", "Got money back for " + COURSE);
            giveTheRestBack(author);
        }
    }

    private static void giveTheRestBack(Journey author) {
        author.follow("Orders");
        assertThat(author.text()).contains("Partly refunded", "$26\nof $123");
        author.follow("Order 1")
                .follow("Give money back…")
                .press("See what will happen")
                .press("Give back $26")
                .follow("Orders")
                .check();
        assertThat(author.text()).contains("Refunded", "$0\nof $123");
    }

    private void readsAboutIt(Journey ann) {
        var mail = mailbox.waitForOneTo("ann@example.org", LETTER);
        assertThat(mail.text()).contains("$97", "can’t be downloaded any more: " + COURSE);
        ann.page().reload();
        assertThat(ann.text())
                .contains("Went back on", "credit note C-", "−$97", "$26", "not yours to download any more");
        ann.check().open(LivelyWorkspace.path(mail.button()));
        assertThat(ann.text())
                .contains("Not here any more, as the money for it went back: " + COURSE)
                .contains("Workbook for the tripwire");
        ann.check();
    }

    private void buy(Journey ann) {
        ann.open("/go/" + funnel.code())
                .type("E-mail address", "ann@example.org")
                .press("Send it to me")
                .open(LivelyWorkspace.path(
                        mailbox.waitForOneTo("ann@example.org").button()))
                .press("Yes, this is my address")
                .follow("Yes, I would like it")
                .tick("Yes, add Workbook for the order-bump for $7")
                .type("Name on the card", "Ann Reader")
                .type("Card number", "4242 4242 4242 4242")
                .type("Valid until", "04/39")
                .type("Security code", "123")
                .press("Pay $26")
                .press("Yes, add it to my order")
                .press("No, thank you, take me to my order");
        assertThat(ann.text()).contains("Thank you for your order", "$123");
    }

    private void awaitReport(Journey author, String revenue) {
        author.follow("Reports");
        await("the report").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            author.page().reload();
            assertThat(author.table("All funnels").getFirst()).contains(revenue);
        });
    }

    private void signIn(Journey author) {
        author.open("/sign-in")
                .type("E-mail address", workspace.owner().email().value())
                .type("Password", AccountFixtures.PASSWORD)
                .press("Sign in");
    }

    private String at() {
        return "http://localhost:" + port;
    }
}
