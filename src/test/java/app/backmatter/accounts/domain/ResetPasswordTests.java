package app.backmatter.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AccountMails;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.TestPerson;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

@BackmatterTest
class ResetPasswordTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    AccountMails mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    FindByIndexNameSessionRepository<?> sessions;

    @Autowired
    TransactionOperations transactions;

    @LocalServerPort
    int port;

    @Test
    void signsOutWhoeverComesInWhileThePasswordIsBeingChanged() {
        var person = fixtures.workspace().owner();
        Browser.on(port).post("/password-reset", Map.of("email", person.email().value()));
        var token = mails.take(person.email()).path().replaceFirst(".*/", "");
        var late = Browser.on(port);

        reset(token, () -> signIn(late, person));

        assertThat(late.get("/workspaces").location()).isEqualTo("/sign-in");
    }

    /** @param meanwhile happens when the sessions that are to end have just been looked up */
    private void reset(String token, Runnable meanwhile) {
        var watched = (FindByIndexNameSessionRepository<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FindByIndexNameSessionRepository.class},
                (proxy, method, arguments) -> {
                    var found = method.invoke(sessions, arguments);
                    meanwhile.run();
                    return found;
                });
        var resetPassword = new ResetPassword(jdbc, clock, accounts, passwords, watched, transactions);
        assertThat(resetPassword.reset(token, "quite another password")).isTrue();
    }

    private static void signIn(Browser browser, TestPerson person) {
        browser.post("/sign-in", Map.of("email", person.email().value(), "password", AccountFixtures.PASSWORD));
    }
}
