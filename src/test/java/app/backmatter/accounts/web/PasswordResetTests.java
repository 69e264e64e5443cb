package app.backmatter.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.accounts.AccountMailRequested;
import app.backmatter.shared.EmailAddress;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AccountMails;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.MovableClock;
import app.backmatter.support.TestPerson;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BackmatterTest
class PasswordResetTests {
    private static final String NEW_PASSWORD = "quite another password";

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    AccountMails mails;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void setsANewPasswordOnceAndSignsOutEverywhere() {
        var person = fixtures.workspace().owner();
        var elsewhere = Browser.on(port).withCookie(person.cookie());
        var path = requestReset(person);

        Browser.on(port).get(path);
        assertThat(signIn(person, AccountFixtures.PASSWORD))
                .as("a GET changes nothing")
                .isEqualTo(302);

        var browser = Browser.on(port).post(path, Map.of("password", NEW_PASSWORD));
        assertThat(browser.location()).isEqualTo("/sign-in");
        assertThat(browser.follow().body()).contains("Your new password is set");
        assertThat(signIn(person, AccountFixtures.PASSWORD)).isEqualTo(422);
        assertThat(signIn(person, NEW_PASSWORD)).isEqualTo(302);
        assertThat(elsewhere.get("/workspaces").location()).isEqualTo("/sign-in");

        assertThat(Browser.on(port).get(path).status()).isEqualTo(410);
        assertThat(Browser.on(port)
                        .post(path, Map.of("password", "a third password"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void endsASessionThatTheOldPasswordOpensWhileItIsChanged() {
        var person = fixtures.workspace().owner();
        var path = requestReset(person);
        Browser.on(port).post(path, Map.of("password", NEW_PASSWORD));

        // signed in before, its session written after
        var late = Browser.on(port).withCookie(person.cookie());
        assertThat(late.get("/workspaces").location()).isEqualTo("/sign-in");
        assertThat(late.get("/admin").location()).isEqualTo("/sign-in");
    }

    @Test
    void asksAgainForAWeakPassword() {
        var person = fixtures.workspace().owner();
        var path = requestReset(person);
        assertThat(Browser.on(port).post(path, Map.of("password", "short")).status())
                .isEqualTo(422);
        assertThat(Browser.on(port).post(path, Map.of("password", NEW_PASSWORD)).status())
                .isEqualTo(302);
    }

    @Test
    void forgetsTheLinkAfterAnHour() {
        var path = requestReset(fixtures.workspace().owner());
        clock.advance(Duration.ofMinutes(61));
        assertThat(Browser.on(port).post(path, Map.of("password", NEW_PASSWORD)).status())
                .isEqualTo(410);
    }

    @Test
    void answersTheSameForKnownAndUnknownAddresses() {
        var person = fixtures.workspace().owner();
        var known = Browser.on(port)
                .post("/password-reset", Map.of("email", person.email().value()));
        var unknown = Browser.on(port).post("/password-reset", Map.of("email", "nobody@example.org"));
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(302);
        assertThat(known.location()).isEqualTo(unknown.location());
        mails.take(person.email());
        assertThat(mails.has(new EmailAddress("nobody@example.org"))).isFalse();
    }

    @Test
    void refusesGuessedLinks() {
        assertThat(Browser.on(port)
                        .get("/password-reset/AAAAAAAAAAAAAAAAAAAAAA")
                        .status())
                .isEqualTo(410);
    }

    private String requestReset(TestPerson person) {
        Browser.on(port).post("/password-reset", Map.of("email", person.email().value()));
        var mail = mails.take(person.email());
        assertThat(mail.kind()).isEqualTo(AccountMailRequested.Kind.PASSWORD_RESET);
        return mail.path();
    }

    private int signIn(TestPerson person, String password) {
        var browser = Browser.on(port);
        browser.post("/sign-in", Map.of("email", person.email().value(), "password", password));
        return browser.status();
    }
}
