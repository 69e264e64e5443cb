package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.Browsers;
import app.backmatter.support.FunnelFixtures;
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

    @LocalServerPort
    int port;

    private Browser reader;
    private String checkout;

    @BeforeEach
    void signUp() {
        reader = Browser.on(port);
        reader.post(funnels.publishedFreeGift(accounts.workspace()).path(), Map.of("email", "ana@example.com"));
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

    private static List<String> amounts(Page page) {
        return page.locator(AMOUNTS).allInnerTexts();
    }

    private List<String> server(Map<String, String> form) {
        return Jsoup.parse(reader.post(checkout, form).body()).select(AMOUNTS).eachText();
    }
}
