package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browsers;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A new workspace begins in the time zone of whoever opens it. */
@BackmatterTest
class TimeZoneTests {
    @Autowired
    AccountFixtures accounts;

    @LocalServerPort
    int port;

    @Test
    void choosesTheBrowsersTimeZone() {
        try (var browser = Browsers.laptopIn("Europe/Lisbon")) {
            var page = newWorkspace(browser);
            assertThat(page.locator("#timeZone").inputValue()).isEqualTo("Europe/Lisbon");
        }
    }

    @Test
    void keepsWhatWasChosenWhenTheFormComesBack() {
        try (var browser = Browsers.laptopIn("Europe/Lisbon")) {
            var page = newWorkspace(browser);
            page.locator("#timeZone").selectOption("Asia/Tokyo");
            page.locator("main form button").click();
            assertThat(page.locator(".form-errors").isVisible()).isTrue();
            assertThat(page.locator("#timeZone").inputValue()).isEqualTo("Asia/Tokyo");
        }
    }

    private Page newWorkspace(BrowserContext browser) {
        var base = "http://localhost:" + port;
        var cookie = accounts.stranger().cookie().split("=", 2);
        browser.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(base)));
        var page = browser.newPage();
        page.navigate(base + "/workspaces/new");
        return page;
    }
}
