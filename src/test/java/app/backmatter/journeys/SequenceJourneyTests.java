package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From an author's empty page to a reader's mailbox, and out of it again with the purchase. */
@BackmatterTest
class SequenceJourneyTests {
    private static final String RITA = "rita@example.com";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void anAuthorsLettersFollowAReaderUntilThePurchase() {
        var workspace = accounts.workspace();
        var funnel = funnels.publishedFreeGift(workspace);
        var mailbox = new Mailbox(jdbc, workspace.id());
        var address = "http://localhost:" + port;
        try (var author = Journey.onLaptop(address);
                var reader = Journey.onPhone(address, false)) {
            var cookie = workspace.owner().cookie().split("=", 2);
            author.page().context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(address + "/")));
            author.open(workspace.path("/mail/sequences")).follow("New sequence");
            author.type("Name", "Look again").press("Make the sequence");
            author.choose("Whoever …", "signs up, wherever that is").press("Add");
            write(author, "A question", "Did it arrive, {first_name|friend}?");
            wait(author, "3");
            add(author, "Condition").tick("if this is not so");
            author.choose("The reader …", "buys anything").press("Add to the sequence");
            write(author, "Once more", "It is still there: {offer_link}");
            wait(author, "2");
            write(author, "Last call", "The last letter.");
            author.page().locator("#exit select").selectOption("buys anything");
            author.page().locator("#exit button:has-text('Add')").click();
            author.press("Start");
            assertThat(author.text())
                    .contains(
                            "Running",
                            "Wait 3 days",
                            "Go on only if the reader has not bought anything",
                            "buys anything");

            reader.open(funnel.path()).type("E-mail address", RITA).press("Send it to me");
            reader.open(URI.create(mailbox.waitForOneTo(RITA, "Please confirm").button())
                    .getPath());
            reader.press("Yes, this is my address");
            clock.advance(Duration.ofSeconds(1));
            assertThat(mailbox.waitForOneTo(RITA, "A question").text()).contains("Did it arrive, friend?");

            clock.advance(Duration.ofDays(3).plusMinutes(1));
            mailbox.waitForOneTo(RITA, "Once more");
            author.page().reload();
            assertThat(author.text()).contains("1 reader is here");

            reader.follow("Yes, I would like it");
            reader.type("Name on the card", "Rita Reader")
                    .type("Card number", "4242 4242 4242 4242")
                    .type("Valid until", "04/39")
                    .type("Security code", "123")
                    .press("Pay $19");
            assertThat(state()).as("in the transaction of the payment").isEqualTo("STOPPED BOUGHT");

            clock.advance(Duration.ofDays(10));
            author.follow("Audience").follow(RITA);
            await().untilAsserted(
                            () -> assertThat(author.open(path(author)).text()).contains("Look again", "Bought"));
            assertThat(mailbox.to(RITA)).extracting(Mailbox.Mail::subject).doesNotContain("Last call");
        }
    }

    private String state() {
        return jdbc.sql("""
            select e.state || ' ' || e.ended_by from enrolments e join sequences s on s.id = e.sequence_id
            where s.name = 'Look again' and e.recipient = ? order by e.id desc limit 1\
            """).param(RITA).query(String.class).single();
    }

    private static String path(Journey author) {
        return author.page().url();
    }

    private static void write(Journey author, String subject, String text) {
        add(author, "E-mail").type("Subject", subject).press("Write it");
        author.page().locator("textarea").first().fill(text);
        author.press("Save");
        author.follow("Look again");
    }

    private static void wait(Journey author, String days) {
        add(author, "Wait some time").type("How long", days).press("Add to the sequence");
    }

    /** At the end of the list. */
    private static Journey add(Journey author, String what) {
        author.page().locator("summary:has-text('Add a step here')").last().click();
        author.page()
                .locator("main details[open]")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(what).setExact(true))
                .click();
        return author;
    }
}
