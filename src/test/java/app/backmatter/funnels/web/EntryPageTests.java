package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.funnels.StepSeen;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestWorkspace;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.json.JsonMapper;

@BackmatterTest
class EntryPageTests {
    private static final String HOSTILE = "<b>x</b>\"'${733*7}[[${733*7}]]__${733*7}__{{733*7}}#{x}";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReaderFunnels funnels;

    @Autowired
    SeenSteps seenSteps;

    @Autowired
    EntryPages pages;

    @LocalServerPort
    int port;

    ReaderBrowser browser;
    TestWorkspace workspace;
    PublishedRevision revision;
    String path;

    @BeforeEach
    void publish() {
        browser = new ReaderBrowser(port);
        workspace = accounts.workspace();
        revision = funnels.publish(workspace, "gift", ReaderFunnels.freeGift());
        path = "/p/" + workspace.slug() + "/gift";
    }

    @Test
    void showsTheGiftWithOneFormAndTheConsentBesideItsButton() {
        var page = browser.get(path).page();

        assertThat(page.select("h1").text()).isEqualTo("A gift");
        assertThat(page.select("form")).hasSize(1);
        assertThat(page.select("form button").text()).isEqualTo("Yes");
        assertThat(page.text()).contains("You may write to me.").contains("The Last Pages");
        assertThat(page.select("input[type=email][required][autocomplete=email]"))
                .hasSize(1);
    }

    @Test
    void tellsNetworksAboutTheBook() {
        var page = browser.get(path).page();

        var book = new JsonMapper()
                .readTree(page.select("script[type=application/ld+json]")
                        .getFirst()
                        .data());
        assertThat(book.path("@type").asString()).isEqualTo("Book");
        assertThat(book.path("isbn").asString()).isEqualTo("9780306406157");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("A gift");
        assertThat(page.select("meta[property=og:url]").attr("content")).endsWith(path);
    }

    @Test
    void weighsLessThanSixtyKilobytesWithItsStyles() {
        var answer = browser.get(path);
        var styles = answer.page().select("link[rel=stylesheet]").getFirst().attr("href");

        var css = browser.get(styles);

        assertThat(css.status()).isEqualTo(200);
        assertThat(styles).as("fingerprinted").matches("/css/public-[0-9a-f]{32}\\.css");
        assertThat(bytes(answer.body()) + bytes(css.body())).isLessThan(60_000);
    }

    @Test
    void keepsWhereTheReaderCameFromInTheForm() {
        var page = browser.get(path + "?from=abc123&utm_campaign=Spring%20%22sale%22%20%3Cb%3E")
                .page();

        assertThat(page.select("input[name=from]").val()).isEqualTo("abc123");
        assertThat(page.select("input[name=campaign]").val()).isEqualTo("Spring \"sale\" <b>");
    }

    @Test
    void takesNothingThatIsNoCode() {
        var page = browser.get(path + "?from=%22%3E%3Cscript%3E&utm_campaign=%00%0a")
                .page();

        assertThat(page.select("input[name=from]").val()).isEmpty();
        assertThat(page.select("input[name=campaign]").val()).isEmpty();
        assertThat(page.select("script:not([type])")).isEmpty();
    }

    @Test
    void showsMarkupAndTemplateExpressionsAsTheyWereTyped() {
        funnels.publishAgain(workspace, revision, ReaderFunnels.worded(ReaderFunnels.freeGift(), HOSTILE));

        var page = browser.get(path).page();

        assertThat(page.select("h1").text()).isEqualTo(HOSTILE);
        assertThat(page.select("form button").text()).isEqualTo(HOSTILE);
        assertThat(page.select("form .small").text()).isEqualTo(HOSTILE);
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(HOSTILE);
        assertThat(page.select("main b")).isEmpty();
        assertThat(page.text()).doesNotContain("5131");
    }

    @Test
    void publicationShowsAtOnce() {
        assertThat(browser.get(path).page().select("h1").text()).isEqualTo("A gift");

        funnels.publishAgain(workspace, revision, ReaderFunnels.worded(ReaderFunnels.freeGift(), "A better gift"));

        assertThat(browser.get(path).page().select("h1").text()).isEqualTo("A better gift");
    }

    @Test
    void tellsKindlyThatAWithdrawnFunnelIsClosed() {
        browser.get(path);
        funnels.withdraw(workspace, revision);

        var answer = browser.get(path);

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.text()).contains("closed");
        assertThat(browser.post(path, "email", "ana@example.com").status()).isEqualTo(410);
    }

    @Test
    void knowsNoOtherAddress() {
        assertThat(browser.get("/p/" + workspace.slug() + "/other").status()).isEqualTo(404);
        assertThat(browser.get("/p/nobody-at-all/gift").status()).isEqualTo(404);
        assertThat(browser.get("/p/" + workspace.slug() + "/GIFT").status()).isEqualTo(404);
        assertThat(browser.get("/p/" + workspace.slug() + "/%00").status()).isBetween(400, 404);
    }

    @Test
    void remembersNoAddressThatNoFunnelCanHave() {
        var address = "/p/" + workspace.slug() + "/" + "long-".repeat(1_000);

        assertThat(browser.get(address).status()).isEqualTo(404);

        var remembered = (LoadingCache<?, ?>) ReflectionTestUtils.getField(pages, "pages");
        assertThat(Objects.requireNonNull(remembered).asMap().containsKey(address))
                .isFalse();
    }

    @Test
    void countsEachVisitorOnceAndNoProgramThatOnlyAsksForTheHead() {
        browser.head(path);
        browser.prefetch(path);
        browser.get(path + "?utm_campaign=spring");
        browser.get(path);
        new ReaderBrowser(port, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)").get(path);

        var views = await().until(this::views, seen -> seen.size() >= 2);

        assertThat(views).hasSize(2);
        assertThat(views.getFirst().bot()).isFalse();
        assertThat(views.getFirst().source()).isEqualTo(Source.campaign("spring"));
        assertThat(views.getFirst().step())
                .isEqualTo(ReaderFunnels.step(revision, OptIn.class).id());
        assertThat(views.getLast().bot()).isTrue();
    }

    @Test
    void aFunnelCanStartWithAnOffer() {
        var first = funnels.publish(workspace, "offer", ReaderFunnels.tripwireFirst());
        var address = "/p/" + workspace.slug() + "/offer";

        var page = browser.get(address).page();
        assertThat(page.select(".price").text()).contains("$19");
        assertThat(page.select("form button").eachText()).containsExactly("Yes", "No, thank you");

        var yes = browser.post(address);
        assertThat(yes.status()).isEqualTo(303);
        assertThat(yes.location())
                .endsWith(
                        "/checkout/" + ReaderFunnels.step(first, Tripwire.class).id());
        assertThat(browser.get(yes.location())
                        .page()
                        .select("input[name=email]")
                        .val())
                .isEmpty();

        var no = browser.post(address, "no", "no");
        assertThat(browser.get(no.location()).text()).contains("nothing was charged");
    }

    private List<StepSeen> views() {
        return seenSteps.of(revision.id());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
