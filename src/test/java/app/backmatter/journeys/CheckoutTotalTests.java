package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.Browsers;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.CurrencyFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.TestWorkspace;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The script that recomputes the checkout's total says what the server says without it. */
@BackmatterTest
class CheckoutTotalTests {
    private static final String AMOUNTS = "[data-with-bump]";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    CurrencyFixtures currencies;

    @Autowired
    ReaderFunnels readerFunnels;

    @LocalServerPort
    int port;

    private TestWorkspace workspace;
    private Browser reader;
    private String checkout;

    @BeforeEach
    void signUp() {
        workspace = accounts.workspace();
        coupons.open(workspace.id(), "LAUNCH", 20);
        reader = Browser.on(port);
        reader.post(funnels.publishedFreeGift(workspace).path(), Map.of("email", "ana@example.com"));
        checkout = Jsoup.parse(reader.follow().body())
                .select("a[href*=/checkout/]")
                .attr("href");
    }

    @Test
    void followsTheTickBoxAsTheServerDoes() {
        try (var browser = Browsers.phone(true)) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + checkout);
            assertThat(amounts(page)).hasSize(3).isEqualTo(server(Map.of("update", "yes")));

            page.locator("#bump").check();
            assertThat(amounts(page))
                    .isEqualTo(server(Map.of("update", "yes", "bump", "yes")))
                    .contains("$26");
            assertThat(page.locator("[data-bump-line]").isVisible()).isTrue();

            page.locator("#bump").uncheck();
            assertThat(amounts(page)).isEqualTo(server(Map.of("update", "yes"))).contains("$19");
            assertThat(page.locator("[data-bump-line]").isVisible()).isFalse();
        }
    }

    @Test
    void showsTheTotalOfABoxThatWasTickedBefore() {
        try (var browser = Browsers.phone(true)) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + checkout);
            page.locator("#bump").check();
            page.navigate("about:blank");
            page.goBack();

            var ticked = page.locator("#bump").isChecked();
            assertThat(amounts(page))
                    .isEqualTo(server(ticked ? Map.of("update", "yes", "bump", "yes") : Map.of("update", "yes")));
        }
    }

    @Test
    void usesACodeAsTheServerDoesAndKeepsWhatIsTypedOfTheCard() {
        try (var browser = Browsers.phone(true)) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + checkout);
            page.locator("#number").fill("4242424242424242");
            page.locator("#bump").check();
            page.getByText("Have a code?").click();

            page.locator("#coupon").fill("lunch");
            page.locator("#coupon").press("Enter");
            page.locator("#coupon-error").waitFor();
            assertThat(page.locator("[data-said]").textContent()).contains("no such code");

            page.locator("#coupon").fill("launch");
            page.locator("[data-use-code]").click();
            page.getByText("Code LAUNCH").waitFor();
            assertThat(page.locator(".lines-total td").innerText()).isEqualTo("$20.80");
            assertThat(amounts(page)).isEqualTo(server(Map.of("update", "code", "coupon", "launch", "bump", "yes")));
            assertThat(page.locator("#number").inputValue()).isEqualTo("4242424242424242");
            page.locator("#bump").uncheck();
            assertThat(page.locator(".lines-total td").innerText()).isEqualTo("$15.20");
        }
    }

    @Test
    void followsTheChosenAmountAndTheCurrencyAndLeavesTheReaderWhereTheyAre() {
        currencies.set(workspace.id(), Map.of("EUR", "1.08"));
        var chosen = ReaderFunnels.chosen(
                Prices.of(Money.of(500, "USD"), Money.of(400, "EUR")), ReaderFunnels.inEuros(ReaderFunnels.freeGift()));
        var revision = readerFunnels.publish(workspace, "chosen", chosen);
        reader.post("/p/" + workspace.slug() + "/chosen", Map.of("email", "ben@example.com"));
        try (var browser = Browsers.phone(true)) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + reader.location() + "/checkout/"
                    + ReaderFunnels.step(revision, Tripwire.class).id());
            page.locator("#number").fill("4242424242424242");

            page.locator("#amount").fill("4");
            page.locator("#amount").press("Enter");
            page.locator("#amount-error").waitFor();
            assertThat(page.locator("[data-said]").textContent()).contains("$5 or more");
            page.locator("#amount").fill("7.50");
            page.locator("#amount").press("Enter");
            page.locator(".lines-total").getByText("$7.50").waitFor();
            assertThat(page.locator("#amount").evaluate("field => field === document.activeElement"))
                    .isEqualTo(true);

            page.locator("#currency").selectOption("EUR");
            page.locator(".lines-total").getByText("€17").waitFor();
            assertThat(page.locator("label[for=bump]").innerText()).contains("€6");
            assertThat(page.locator("#amount").inputValue()).isEqualTo("17");
            assertThat(page.locator("#number").inputValue()).isEqualTo("4242424242424242");
        }
    }

    private static List<String> amounts(Page page) {
        return page.locator(AMOUNTS).allInnerTexts();
    }

    private List<String> server(Map<String, String> form) {
        return Jsoup.parse(reader.post(checkout, form).body()).select(AMOUNTS).eachText();
    }
}
