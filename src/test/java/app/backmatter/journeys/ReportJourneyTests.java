package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.books.Books;
import app.backmatter.books.PlaceKind;
import app.backmatter.books.PlaceView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.Funnels;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What five readers did is what the author's report and the admin's console say, figure by figure. The funnel: a gift, a
 * tripwire at $19 with a bump at $7, an upsell at $97, its down-sell at $37, a cross-sell at $9, a re-pitch at $14.
 *
 * <table>
 * <tr><td>Ann, back matter</td><td>confirms; tripwire and bump, upsell, cross-sell</td><td>132</td></tr>
 * <tr><td>Ben, front matter</td><td>confirms; says no to the tripwire</td><td>0</td></tr>
 * <tr><td>Cid, front matter</td><td>card declined once; tripwire; no to the upsell; down-sell; no</td><td>56</td></tr>
 * <tr><td>Dee, back matter</td><td>tripwire; upsell declined by the card; no; no</td><td>19</td></tr>
 * <tr><td>Eve, by the address</td><td>only looks</td><td>0</td></tr>
 * </table>
 *
 * A crawler and a mail scanner come by as well, and count nowhere.
 */
@BackmatterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportJourneyTests {
    private static final String PAYS = "4242 4242 4242 4242";
    private static final String DECLINED = "4000 0000 0000 0002";
    private static final String PAYS_ONCE = "4000 0000 0000 0341";
    private static final String CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    private static final String SCANNER = "Mozilla/5.0 (compatible; Proofpoint URL Defense)";
    private static final List<List<String>> STEPS = List.of(
            List.of("Opt-in", "5", "4", "too few to tell 4 of 5", "–", "–", "–", "–", "–"),
            List.of("Tripwire", "4", "3", "too few to tell 3 of 4", "1", "1", "$57", "$14.25", "$69"),
            List.of("Order bump", "3", "1", "too few to tell 1 of 3", "–", "–", "$7", "–", "–"),
            List.of("Upsell", "3", "1", "too few to tell 1 of 3", "1", "1", "$97", "$32.33", "$132"),
            List.of("Down-sell", "2", "1", "too few to tell 1 of 2", "1", "0", "$37", "$18.50", "$56"),
            List.of("Cross-sell", "3", "1", "too few to tell 1 of 3", "2", "0", "$9", "$3", "$132"),
            List.of("Re-pitch", "0", "0", "–", "0", "0", "$0", "–", "–"));

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures fixtures;

    @Autowired
    Funnels funnels;

    @Autowired
    Books books;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestWorkspace workspace;
    private FunnelFixtures.Published funnel;
    private Mailbox mailbox;

    @BeforeAll
    void readersWalk() {
        workspace = accounts.workspace();
        funnel = fixtures.publishedFreeGift(workspace);
        mailbox = new Mailbox(jdbc, workspace.id());
        var backMatter = "/go/" + funnel.code();
        var frontMatter = "/go/"
                + WorkspaceScope.call(workspace.id(), this::frontMatter).link().code();
        machine(CRAWLER, backMatter);
        ann(backMatter);
        ben(frontMatter);
        cid(frontMatter);
        dee(backMatter);
        eve();
    }

    private PlaceView frontMatter() {
        var place = books.addPlace(funnel.place().edition(), PlaceKind.FRONT_MATTER, null);
        funnels.publish(funnel.id(), List.of(place.link().id()), "fixture");
        return place;
    }

    private void ann(String code) {
        try (var ann = signedUp(code, "ann")) {
            confirm(ann, "ann");
            ann.follow("Yes, I would like it").tick("Yes, add Workbook for the order-bump for $7");
            pay(ann, PAYS, "$26");
            ann.press("Yes, add it to my order").press("Yes, add it to my order");
            assertThat(ann.text()).contains("Thank you for your order", "$132");
        }
    }

    private void ben(String code) {
        try (var ben = signedUp(code, "ben")) {
            confirm(ben, "ben");
            ben.press("No, thank you, just the gift");
            assertThat(ben.text()).contains("nothing was charged");
        }
    }

    private void cid(String code) {
        try (var cid = signedUp(code, "cid")) {
            machine(
                    SCANNER,
                    LivelyWorkspace.path(mailbox.waitForOneTo("cid@example.org").button()));
            cid.follow("Yes, I would like it");
            pay(cid, DECLINED, "$19");
            pay(cid, PAYS, "$19");
            cid.press("No, thank you").press("Yes, add this one").press("No, thank you, take me to my order");
            assertThat(cid.text()).contains("Thank you for your order", "$56");
        }
    }

    private void dee(String code) {
        try (var dee = signedUp(code, "dee")) {
            dee.follow("Yes, I would like it");
            pay(dee, PAYS_ONCE, "$19");
            dee.press("Yes, add it to my order");
            assertThat(dee.text()).contains("Your card refused the last charge", "Perhaps something smaller?");
            dee.press("No, thank you").press("No, thank you, take me to my order");
            assertThat(dee.text()).contains("Thank you for your order", "$19").doesNotContain("$97");
        }
    }

    private void eve() {
        try (var eve = Journey.onPhone(at(""), true)) {
            eve.open(funnel.path());
        }
    }

    private Journey signedUp(String code, String name) {
        return Journey.onPhone(at(""), true)
                .open(code)
                .type("E-mail address", name + "@example.org")
                .press("Send it to me");
    }

    private void confirm(Journey reader, String name) {
        var letter = mailbox.waitForOneTo(name + "@example.org");
        reader.open(LivelyWorkspace.path(letter.button())).press("Yes, this is my address");
    }

    private static void pay(Journey reader, String card, String total) {
        reader.type("Name on the card", "Rita Reader")
                .type("Card number", card)
                .type("Valid until", "04/39")
                .type("Security code", "123")
                .press("Pay " + total);
    }

    private void machine(String name, String path) {
        var machine = Browser.on(port).withHeader("User-Agent", name).get(path);
        if (!machine.location().isEmpty()) {
            machine.follow();
        }
    }

    @Test
    void theAuthorReadsThemInTheReportOfTheFunnel() {
        try (var author = signedIn(workspace.owner())) {
            author.follow("Reports");
            await("the report").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                author.page().reload();
                assertThat(author.table("All funnels"))
                        .containsExactly(
                                List.of("After the last page", "5", "too few to tell 4 of 5", "3", "$207", "$41.40"));
            });
            author.follow("After the last page");
            assertThat(author.text())
                    .contains("too few to tell (4 of 5)")
                    .contains("of them confirmed: too few to tell (2 of 4)")
                    .contains("average order $69")
                    .contains("per visitor $41.40");
            assertThat(author.table("Step by step")).isEqualTo(STEPS);
            assertThat(author.table("Where readers came from"))
                    .containsExactly(
                            source("Back matter", "2", "too few to tell 2 of 2", "2", "$151", "$75.50", "$75.50"),
                            source("Front matter", "2", "too few to tell 2 of 2", "1", "$56", "$28", "$56"),
                            List.of("Direct", "1", "too few to tell 0 of 1", "0", "$0", "$0", "–"));
            author.follow("Front matter of the paperback, The Quiet Harbour");
            assertThat(author.table("Step by step").subList(0, 2))
                    .containsExactly(
                            List.of("Opt-in", "2", "2", "too few to tell 2 of 2", "–", "–", "–", "–", "–"),
                            List.of("Tripwire", "2", "1", "too few to tell 1 of 2", "1", "1", "$19", "$9.50", "$56"));
        }
    }

    private static List<String> source(String place, String... figures) {
        var row = new ArrayList<>(List.of(place + " of the paperback, The Quiet Harbour"));
        row.addAll(List.of(figures));
        return row;
    }

    @Test
    void theAuthorTakesThemHomeAsFiles() {
        try (var author = signedIn(workspace.owner())) {
            author.open(workspace.path("/reports/funnels/" + funnel.id()));
            await("the report").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                author.page().reload();
                assertThat(author.text()).contains("average order $69");
            });
            assertThat(figures(author.download("Download as CSV")))
                    .containsExactly(
                            "Visitors,Took it,Take rate,Said no,Card said no,Revenue,Refunded,Revenue per"
                                    + " visitor,Average order,Currency",
                            "5,4,0.8000,,,,,,,USD",
                            "4,3,0.7500,1,1,57.00,0.00,14.25,69.00,USD",
                            "3,1,0.3333,,,7.00,0.00,,,USD",
                            "3,1,0.3333,1,1,97.00,0.00,32.33,132.00,USD",
                            "2,1,0.5000,1,0,37.00,0.00,18.50,56.00,USD",
                            "3,1,0.3333,2,0,9.00,0.00,3.00,132.00,USD",
                            "0,0,,0,0,0.00,0.00,,,USD");
        }
    }

    /** Of each line what follows the step and its headline. */
    private static List<String> figures(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^[^,]*,(\"[^\"]*\"|[^,]*),", ""))
                .toList();
    }

    @Test
    void anAdminReadsThemBesideAllOtherWorkspaces() {
        var name = "Ada Quill " + workspace.slug().replaceAll("\\D", "");
        try (var admin = signedIn(accounts.admin())) {
            admin.follow("Admin console");
            await("the console").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                admin.page().reload();
                assertThat(admin.table("Funnel conversion"))
                        .contains(List.of(
                                name,
                                "After the last page",
                                "5",
                                "4",
                                "too few to tell 4 of 5",
                                "too few to tell 2 of 4",
                                "3",
                                "$207",
                                "$69",
                                "$41.40"));
            });
            assertThat(new String(admin.download("Download as CSV"), StandardCharsets.UTF_8))
                    .contains(name + ",After the last page,5,4,2,3,207.00,0.00,USD");
            admin.followBeside(name, "After the last page");
            assertThat(admin.table("Step by step")).isEqualTo(STEPS);
        }
    }

    private Journey signedIn(TestPerson person) {
        return Journey.onLaptop(at(""))
                .open("/sign-in")
                .type("E-mail address", person.email().value())
                .type("Password", AccountFixtures.PASSWORD)
                .press("Sign in");
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
