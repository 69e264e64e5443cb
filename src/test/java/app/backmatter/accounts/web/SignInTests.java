package app.backmatter.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BackmatterTest
class SignInTests {
    @Autowired
    AccountFixtures fixtures;

    @LocalServerPort
    int port;

    @Test
    void leadsToTheOnlyWorkspace() {
        var workspace = fixtures.workspace();
        var browser = signIn(workspace.owner().email().value(), AccountFixtures.PASSWORD);
        assertThat(browser.status()).isEqualTo(302);
        assertThat(browser.get("/").location()).isEqualTo(workspace.path(""));
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        var workspace = fixtures.workspace();
        var browser = Browser.on(port).get(workspace.path("/more"));
        assertThat(browser.location()).isEqualTo("/sign-in");
        assertThat(browser.cookies()).doesNotContainKey("backmatter");
        browser.post(
                "/sign-in", Map.of("email", workspace.owner().email().value(), "password", AccountFixtures.PASSWORD));
        assertThat(browser.location()).endsWith(workspace.path("/more"));
    }

    @Test
    void changesTheSessionAtSignInAndEndsItAtSignOut() {
        var browser = signIn(fixtures.workspace().owner().email().value(), AccountFixtures.PASSWORD);
        var first = browser.cookies().get("backmatter");
        browser.post(
                "/sign-in",
                Map.of("email", fixtures.workspace().owner().email().value(), "password", AccountFixtures.PASSWORD));
        var second = browser.cookies().get("backmatter");
        assertThat(second).isNotEqualTo(first);
        assertThat(Browser.on(port)
                        .withCookie("backmatter=" + first)
                        .get("/workspaces")
                        .location())
                .isEqualTo("/sign-in");

        browser.get("/sign-out");
        assertThat(browser.get("/workspaces").status())
                .as("a GET signs nobody out")
                .isEqualTo(200);
        browser.post("/sign-out", Map.of());
        assertThat(Browser.on(port)
                        .withCookie("backmatter=" + second)
                        .get("/workspaces")
                        .location())
                .isEqualTo("/sign-in");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownAccount() {
        var known = signIn(fixtures.workspace().owner().email().value(), "not the password");
        var unknown = signIn("nobody@example.org", "not the password");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(known.body()).contains("do not fit together");
        assertThat(unknown.body().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(known.body().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void stopsGuessingHoweverTheForwardedAddressRotates() {
        var email = fixtures.workspace().owner().email().value();
        Browser browser = Browser.on(port);
        for (int i = 0; i < 10; i++) {
            browser.withHeader("X-Forwarded-For", "203.0.113." + i)
                    .post("/sign-in", Map.of("email", email, "password", "guess " + i));
            assertThat(browser.status()).isEqualTo(422);
        }
        browser.withHeader("X-Forwarded-For", "203.0.113.99")
                .post("/sign-in", Map.of("email", email, "password", AccountFixtures.PASSWORD));
        assertThat(browser.status()).isEqualTo(429);
        assertThat(browser.body()).contains("Too many tries").contains(email).doesNotContain(AccountFixtures.PASSWORD);
    }

    @Test
    void refusesPostsFromOtherSites() {
        var browser = Browser.on(port).withHeader("Sec-Fetch-Site", "cross-site");
        browser.post("/sign-in", Map.of("email", "ada@example.org", "password", "x"));
        assertThat(browser.status()).isEqualTo(403);
    }

    private Browser signIn(String email, String password) {
        return Browser.on(port).post("/sign-in", Map.of("email", email, "password", password));
    }
}
