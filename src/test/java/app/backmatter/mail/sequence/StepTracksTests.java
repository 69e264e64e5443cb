package app.backmatter.mail.sequence;

import static app.backmatter.support.SequenceFixtures.days;
import static app.backmatter.support.SequenceFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.SignUpMother;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Enrolment;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.Sequences;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SequenceFixtures;
import app.backmatter.support.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class StepTracksTests {
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/18.0 Mobile/15E148 Safari/604.1";
    private static final String APPLES_PROXY = "Mozilla/5.0";

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    SequenceFixtures made;

    @Autowired
    Sequences sequences;

    @Autowired
    SequenceSteps steps;

    @Autowired
    EditSteps edit;

    @Autowired
    AdvanceSequences driver;

    @Autowired
    SequenceFigures figures;

    @Autowired
    Audience audience;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestWorkspace workspace;
    Mailbox mailbox;
    SequenceId sequence;
    UUID first;

    @BeforeEach
    void writeToAna() {
        workspace = fixtures.workspace();
        mailbox = new Mailbox(jdbc, workspace.id());
        sequence = made.of(
                workspace.id(),
                mail("First", "[The map](https://example.com/map), [yours]({offer_link}) or {gift_link}."),
                days(1),
                mail("Then"));
        first = WorkspaceScope.call(
                workspace.id(), () -> steps.of(sequence).getFirst().id());
        enter("ana@example.com");
        driver.advance();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void linksLeadWhereTheyShouldAndOwnOnesForTheirReaderAlone() throws Exception {
        assertThat(get(link(url -> url.matches(".*/[\\w-]{22}")), PHONE)).isEqualTo("https://example.com/map");
        var own = ownLink();
        assertThat(get(own, PHONE)).isEqualTo("https://example.com/r/secret-of-ana@example.com");
        assertThat(get(own.substring(0, own.lastIndexOf('.')), PHONE)).isEqualTo("404");
        assertThat(get(own.substring(0, own.length() - 2) + "xx", PHONE)).isEqualTo("404");
        assertThat(mailbox.to("ana@example.com").getFirst().html())
                .as("who has no gift gets no link to it")
                .doesNotContain("gift_link")
                .doesNotContain("secret");
        await().untilAsserted(() -> assertThat(figures().clicked()).isEqualTo(1));
    }

    @Test
    void opensOfPeopleAreCountedApartFromThoseOfTheirProviders() throws Exception {
        var picture = Jsoup.parse(mailbox.waitForOneTo("ana@example.com").html())
                .select("img[src*=/o/s/]")
                .attr("src");
        get(picture, APPLES_PROXY);
        await().untilAsserted(() -> assertThat(figures().proxied()).isEqualTo(1));
        assertThat(figures().opened()).isZero();
        jdbc.sql("update enrolment_steps set sent_at = ? where workspace_id = ?")
                .params(Timestamp.from(clock.instant()), workspace.id().value())
                .update();
        get(picture, PHONE);
        get(picture, PHONE);
        await().untilAsserted(() -> assertThat(figures().opened()).isEqualTo(1));
        get(picture, PHONE);
        get(link(url -> true), PHONE);
        await().untilAsserted(() -> assertThat(figures().clicked()).isEqualTo(1));
        assertThat(jdbc.sql("select sum(opened) from mail_days where workspace_id = ? and domain = ''")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(get("http://localhost:" + port + "/o/s/0000000000000000000000", PHONE))
                .isEqualTo("200");
    }

    @Test
    void aConditionAsksWhetherALinkWasFollowed() throws Exception {
        enter("bea@example.com");
        WorkspaceScope.run(
                workspace.id(),
                () -> edit.add(sequence, 2, new Step.Condition(Step.Asked.CLICKED, first.toString(), true, null)));
        driver.advance();
        get(link(url -> true), PHONE);
        await().untilAsserted(() -> assertThat(figures().clicked()).isEqualTo(1));

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Then");
        assertThat(jdbc.sql("select state from enrolments where workspace_id = ? order by recipient")
                        .param(workspace.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("FINISHED", "STOPPED");
        assertThat(mailbox.to("bea@example.com"))
                .extracting(Mailbox.Mail::subject)
                .containsExactly("First");
    }

    private SequenceFigures.OfStep figures() {
        return WorkspaceScope.call(workspace.id(), () -> figures.steps(sequence).get(first));
    }

    private String ownLink() {
        return link(url -> url.matches(".*/c/[a-z0-9]+/[\\w-]{22}\\.[\\w-]{16}"));
    }

    private String link(Predicate<String> which) {
        return Jsoup.parse(mailbox.waitForOneTo("ana@example.com").html())
                .select("a[href*=/c/]")
                .eachAttr("href")
                .stream()
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    /** Where it leads, or the status. */
    private String get(String url, String browser) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url.replaceFirst("://[^/]*", "://localhost:" + port)))
                    .header("User-Agent", browser)
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.headers().firstValue("Location").orElse(String.valueOf(answer.statusCode()));
        }
    }

    private void enter(String email) {
        var contact = signUp(email);
        WorkspaceScope.run(
                workspace.id(),
                () -> sequences.enter(new Enrolment(
                        sequence,
                        contact,
                        null,
                        Map.of("offer_link", "https://example.com/r/secret-of-" + email),
                        clock.instant().minusSeconds(1))));
    }

    private ContactId signUp(String email) {
        var signUp = SignUpMother.ana(workspace.id(), clock.instant())
                .withEmail(email)
                .singleOptIn()
                .build();
        return audience.signUp(List.of(signUp)).getFirst().contact();
    }
}
