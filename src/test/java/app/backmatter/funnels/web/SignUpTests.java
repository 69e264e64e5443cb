package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactStatus;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestWorkspace;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class SignUpTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReaderFunnels funnels;

    @Autowired
    FunnelFixtures fixtures;

    @Autowired
    Audience audience;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    ReaderBrowser browser;
    TestWorkspace workspace;
    String path;

    @BeforeEach
    void publish() {
        browser = new ReaderBrowser(port);
        workspace = accounts.workspace();
        path = publish("gift", ReaderFunnels.freeGift());
    }

    @Test
    void thanksAndAsksToLookIntoTheMailbox() {
        var answer = browser.post(path, "email", " Ana@Example.com ", "firstName", "Ana", "campaign", "spring");

        assertThat(answer.status()).isEqualTo(303);
        var page = browser.get(answer.location());
        assertThat(page.text()).contains("Look into your mailbox").contains("ana@example.com");
        assertThat(page.page().select("h1").text()).isEqualTo("The workbook");
        assertThat(page.page().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        WorkspaceScope.run(workspace.id(), () -> {
            var ana = audience.find(new EmailAddress("ana@example.com")).orElseThrow();
            assertThat(ana.status()).isEqualTo(ContactStatus.PENDING);
            assertThat(ana.firstName()).isEqualTo("Ana");
            assertThat(ana.firstSource()).isEqualTo(Source.campaign("spring"));
        });
    }

    @Test
    void leadsWhoMistypedTheAddressBackToTheForm() {
        var way = browser.post(path, "email", "anna@example.com", "campaign", "spring & sun")
                .location();
        var again = browser.get(way).page().select("main a[href$=/entry]").attr("href");

        var back = browser.get(again).location();
        assertThat(back).isEqualTo(path + "?utm_campaign=spring+%26+sun");
        assertThat(browser.get(back).page().select("input[name=campaign]").val())
                .isEqualTo("spring & sun");
    }

    @Test
    void keepsThePlaceOfWhoGoesBackToTheForm() {
        var funnel = fixtures.publishedFreeGift(workspace);
        var way = browser.post(funnel.path(), "email", "anna@example.com", "from", funnel.code())
                .location();

        assertThat(browser.get(way + "/entry").location()).isEqualTo(funnel.path() + "?from=" + funnel.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "ana@", "a\u0000na@example.com", "ana@example.com\nbcc: x@example.com", "😀"})
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped(String email) {
        var answer = browser.post(path, "email", email, "firstName", "Ana <b>", "from", "abc");

        assertThat(answer.status()).isEqualTo(422);
        var page = answer.page();
        assertThat(page.select("#email-error")).hasSize(1);
        assertThat(page.select("#email").attr("aria-describedby")).isEqualTo("email-error");
        assertThat(page.select("#firstName").val()).isEqualTo("Ana <b>");
        assertThat(page.select("input[name=from]").val()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\nb"})
    void takesNoControlCharacterInAName(String name) {
        var answer = browser.post(path, "email", "ana@example.com", "firstName", name);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#email").val()).isEqualTo("ana@example.com");
        assertThat(answer.page().select("#firstName-error")).hasSize(1);
    }

    @Test
    void survivesAMegabyteAndTenThousandParameters() {
        assertThat(browser.post(path, "email", "a".repeat(1_000_000)).status()).isEqualTo(422);
        assertThat(browser.post(
                                path,
                                IntStream.range(0, 20_000)
                                        .mapToObj(i -> "p" + i)
                                        .toArray(String[]::new))
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void refusesAPostFromAnotherSite() {
        assertThat(browser.postFrom("cross-site", path, "email", "ana@example.com")
                        .status())
                .isEqualTo(403);
        assertThat(contacts()).isZero();
    }

    @Test
    void showsTheSamePageToKnownAndUnknown() {
        var single = publish("single", ReaderFunnels.singleOptIn(ReaderFunnels.freeGift()));
        browser.post(single, "email", "known@example.com");

        var known = browser.get(browser.post(path, "email", "known@example.com").location());
        var unknown =
                browser.get(browser.post(path, "email", "other@example.com").location());

        assertThat(known.text().replace("known@", "x@"))
                .isEqualTo(unknown.text().replace("other@", "x@"));
        assertThat(letters("gift"))
                .as("the single opt-in's and the known reader's")
                .isEqualTo(2);
        assertThat(letters("opt-in-confirmation")).isEqualTo(1);
    }

    @Test
    void aHundredEqualSignUpsAtOnceAreOneContactAndOneConsent() throws Exception {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> signUp =
                    () -> browser.post(path, "email", "ana@example.com").status();
            for (var status : readers.invokeAll(
                    IntStream.range(0, 100).mapToObj(i -> signUp).toList())) {
                assertThat(status.get()).isEqualTo(303);
            }
        }

        assertThat(contacts()).isEqualTo(1);
        assertThat(count("consents")).isEqualTo(1);
        assertThat(count("passages")).isEqualTo(1);
        assertThat(letters("opt-in-confirmation")).isEqualTo(1);
    }

    @Test
    void oneNetworkIsAFullHallButNotAWholeList() throws Exception {
        var offer = publish("offer", ReaderFunnels.tripwireFirst());
        // more at once than the database has connections for would wait for one longer than a slow machine is given
        try (var readers = Executors.newFixedThreadPool(40)) {
            Callable<Integer> begin = () -> browser.post(offer, "no", "no").status();
            var answers = readers.invokeAll(Collections.nCopies(560, begin)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(303, 429);
            assertThat(answers.stream().filter(status -> status == 303)).hasSizeBetween(500, 540);
        }

        // one may have come back meanwhile
        var refused = Stream.generate(() -> browser.post(path, "email", "ana@example.com", "firstName", "Ana"))
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.page().select(".form-errors").text()).contains("from your network");
        assertThat(refused.page().select("#email").val()).isEqualTo("ana@example.com");
        assertThat(refused.page().select("#firstName").val()).isEqualTo("Ana");
        assertThat(new ReaderBrowser(port)
                        .post(path, "email", "ana@example.com")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aHundredDifferentSignUpsAtOnceAreAHundred() throws Exception {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var signUps = IntStream.range(0, 100)
                    .mapToObj(i -> (Callable<String>) () -> browser.post(path, "email", "reader" + i + "@example.com")
                            .location())
                    .toList();
            assertThat(readers.invokeAll(signUps))
                    .extracting(answer -> answer.get())
                    .doesNotHaveDuplicates();
        }

        assertThat(contacts()).isEqualTo(100);
        assertThat(letters("opt-in-confirmation")).isEqualTo(100);
    }

    @Test
    void mailsTheLinkThatConfirmsAndNothingThatWasTyped() {
        browser.post(path, "email", "ana@example.com", "firstName", "Ana *b* [x](http://x)");

        var mail = new Mailbox(jdbc, workspace.id()).waitForOneTo("ana@example.com");

        assertThat(mail.subject()).isEqualTo("Please confirm: Free workbook");
        assertThat(mail.text()).contains("Hello,").contains("Free workbook").doesNotContain("Ana");
        assertThat(mail.button()).contains("/confirm/");
    }

    private String publish(String slug, FunnelContent content) {
        funnels.publish(workspace, slug, content);
        return "/p/" + workspace.slug() + "/" + slug;
    }

    private long contacts() {
        return count("contacts");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    private long letters(String template) {
        return jdbc.sql("select count(*) from messages where workspace_id = ? and template = ?")
                .params(workspace.id().value(), template)
                .query(Long.class)
                .single();
    }
}
