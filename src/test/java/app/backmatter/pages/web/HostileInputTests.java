package app.backmatter.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is a clear 4xx in the house's words, never a 500 and never a stack trace. */
@BackmatterTest
class HostileInputTests {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    AccountFixtures fixtures;

    @LocalServerPort
    int port;

    private String settings = "";
    private Browser browser = Browser.on(0);

    @BeforeEach
    void signIn() {
        var workspace = fixtures.workspace();
        settings = workspace.path("/settings");
        browser = Browser.on(port).withCookie(workspace.owner().cookie()).withHeader("Accept", "text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=%00",
                "name=a%00b&senderName=x",
                "%00=a",
                "name=%ff%fe",
                "name=%",
                "name=%zz",
                "name=a&name=b&name=c",
                "name[0].x=1",
                "name.class.module=1",
                "=",
                "&&&",
                "name=%F0%9F%93%9A&senderAddress=%E7%94%A8%E6%88%B7@%E4%BE%8B.%E4%B8%AD%E5%9B%BD"
            })
    void answersOddFormsWithTheFormOrAnError(String body) {
        for (var path : new String[] {settings, "/password-reset", "/sign-in"}) {
            browser.post(path, BodyPublishers.ofString(body), FORM);
            assertThat(browser.status()).as("%s to %s", body, path).isBetween(300, 499);
            assertPlain();
        }
    }

    @Test
    void saysWhyAFormFromAnotherSiteIsRefused() {
        browser.withHeader("Sec-Fetch-Site", "cross-site").post(settings, Map.of("name", "x"));
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.body()).contains("sent from another site").doesNotContain("Your role");
    }

    @Test
    void refusesAMegabyteInAField() {
        browser.post(settings, Map.of("name", "x".repeat(1_000_000)));
        assertThat(browser.status()).isEqualTo(422);
        browser.post(settings, Map.of("name", "x".repeat(3_000_000)));
        assertThat(browser.status()).isBetween(400, 499);
        browser.post("/sign-in", Map.of("email", "x".repeat(1_000_000), "password", "x".repeat(900_000)));
        assertThat(browser.status()).isBetween(400, 499);
    }

    @Test
    void refusesTenThousandParameters() {
        var body = IntStream.range(0, 10_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        browser.post(settings, BodyPublishers.ofString(body), FORM);
        assertThat(browser.status()).isBetween(400, 499);
        assertPlain();
    }

    @Test
    void refusesBytesThatAreNoText() {
        browser.post(
                settings, BodyPublishers.ofByteArray("name=\u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1)), FORM);
        assertThat(browser.status()).isBetween(400, 499);
        browser.post("/password-reset", BodyPublishers.ofString("not a part"), "multipart/form-data; boundary=x");
        assertThat(browser.status()).isBetween(400, 499);
        browser.post(settings, BodyPublishers.ofString("{}"), "application/json");
        assertThat(browser.status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w/%00/more", "/w/%ff/more", "/w/a;b=c/more", "/w/..%2f..%2fetc", "/no/such/page"})
    void answersOddAddressesWithAnError(String path) {
        browser.get(path);
        assertThat(browser.status()).isBetween(400, 499);
        assertPlain();
    }

    @Test
    void saysInItsOwnWordsWhatWentWrong() {
        assertThat(browser.get("/no/such/page").body()).contains("There is nothing here");
        browser.withHeader("Sec-Fetch-Site", "cross-site").post(settings, Map.of());
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.body()).contains("That did not work");
    }

    private void assertPlain() {
        assertThat(browser.body())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("Apache Tomcat");
    }
}
