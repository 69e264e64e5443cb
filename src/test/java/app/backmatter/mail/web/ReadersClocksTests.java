package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.domain.SubjectTest;
import app.backmatter.mail.domain.WinnerRule;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.BroadcastWatch;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A broadcast that comes at one hour of the day wherever its readers live. */
@BackmatterTest
class ReadersClocksTests {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    BroadcastWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    TestWorkspace workspace;
    BroadcastId id;
    MailServerSwitch server;
    final SmtpSink sink = SmtpSink.keeping();

    @BeforeEach
    void open() {
        workspace = accounts.publishingWorkspace();
        jdbc.sql("update workspaces set time_zone = ? where id = ?")
                .params(NEW_YORK.getId(), workspace.id().value())
                .update();
        people("tokyo", 6, TOKYO.getId(), null);
        people("germany", 5, null, "DE");
        people("unknown", 4, null, null);
        people("states", 3, null, "US");
        people("mars", 2, "Mars/Base", null);
        id = drafts.draft(workspace, "The map", new Block.Text("Hello"));
        server = watch.sendTo(sink);
    }

    @AfterEach
    void close() {
        watch.end();
        server.close();
        sink.close();
    }

    @Test
    void itLeavesInWavesOnceToEverybodyPausedOrNot() throws Exception {
        var day = LocalDate.ofInstant(clock.instant(), NEW_YORK).plusDays(3);
        assertThat(schedule(day.atTime(9, 0)).getStatus()).isEqualTo(302);
        assertThat(page("")).contains("by each reader’s clock");

        until(day.atTime(9, 0), TOKYO);
        watch.until(() -> took("tokyo") == 6);
        assertThat(page(""))
                .contains("6 of 20 sent", "5 readers. One more wave follows", "Put off by their mail server 0");
        jdbc.sql("update contacts set status = 'UNSUBSCRIBED' where workspace_id = ? and starts_with(email,"
                        + " 'germany-2')")
                .param(workspace.id().value())
                .update();
        people("later", 3, TOKYO.getId(), null);
        perform(post(path("/pause")));
        until(day.atTime(9, 0), BERLIN);
        assertThat(page("")).contains("Paused");
        perform(post(path("/resumption")));
        watch.until(() -> took("germany") == 4);
        until(day.atTime(8, 59), NEW_YORK);
        assertThat(sink.taken().keySet()).noneMatch(to -> to.matches("(unknown|states|mars)-.*"));

        until(day.atTime(9, 0), NEW_YORK);
        watch.untilSent(id);
        assertThat(List.of(took("tokyo"), took("germany"), took("unknown"), took("states"), took("mars")))
                .containsExactly(6, 4, 4, 3, 2);
        assertThat(took("later")).as("who came after the first wave").isZero();
        assertThat(page("")).contains("19 of 20 sent", "Had left the list 1");
    }

    @Test
    void whoseHourIsPastGetsItAtOnceIfTheAuthorSaysSoAndACancelledOneNoMore() throws Exception {
        var soon = LocalDateTime.ofInstant(clock.instant().plusSeconds(3_600), NEW_YORK)
                .truncatedTo(ChronoUnit.MINUTES);
        var refused = schedule(soon);
        assertThat(refused.getStatus()).isEqualTo(422);
        var form = Jsoup.parse(refused.getContentAsString());
        assertThat(form.select("#later [role=alert]").text()).contains("For 11 readers that hour is past");
        assertThat(form.select("#clock-reader[checked]")).hasSize(1);
        assertThat(watch.state(id)).isEqualTo("DRAFT");

        perform(send(soon).param("late", form.select("[name=late]").val()));
        watch.until(() -> took("tokyo") == 6 && took("germany") == 5);
        perform(post(path("/cancellation")));
        until(soon.plusHours(2), NEW_YORK);
        assertThat(watch.state(id)).isEqualTo("CANCELLED");
        assertThat(took("unknown")).isZero();
    }

    @Test
    void anHourThatIsPastForItsAuthorMayBeAheadForReaders() throws Exception {
        var past = LocalDateTime.ofInstant(clock.instant().minusSeconds(3_600), NEW_YORK)
                .truncatedTo(ChronoUnit.MINUTES);
        var late = Jsoup.parse(schedule(past).getContentAsString());
        assertThat(late.select("#day-notes .field-error").text()).contains("past where each of your readers lives");
        assertThat(late.select("[name=late]")).isEmpty();
        var longPast = Jsoup.parse(schedule(past.minusDays(2)).getContentAsString());
        assertThat(longPast.select("#day-notes .field-error").text()).isEqualTo("That moment is past.");

        people("hawaii", 1, "Pacific/Honolulu", null);
        var form = Jsoup.parse(schedule(past).getContentAsString()).selectFirst("#later");
        assertThat(form.select(".field-error")).isEmpty();
        assertThat(form.select("[role=alert][autofocus]").text()).contains("For 20 readers that hour is past");
        assertThat(form.select("button").text()).isEqualTo("Schedule it all the same");
        assertThat(watch.state(id)).isEqualTo("DRAFT");

        var sending = perform(send(past.plusHours(1)).param("late", past + "")); // for another hour it was not said
        assertThat(sending.getStatus()).isEqualTo(422);
        perform(send(past).param("late", form.select("[name=late]").val()));
        watch.until(() -> took("tokyo") == 6 && took("states") == 3);
        assertThat(took("hawaii")).isZero();
        perform(post(path("/cancellation")));
    }

    @Test
    void twoSubjectsAreNotTriedAroundTheClock() throws Exception {
        id = drafts.draft(
                workspace, "First", new SubjectTest("Other", 20, WinnerRule.OPENED, 4), new Block.Text("Hello"));
        var answer = schedule(
                LocalDate.ofInstant(clock.instant(), NEW_YORK).plusDays(3).atTime(9, 0));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("[role=alert]")
                        .text())
                .contains("take the second subject out");
        assertThat(watch.state(id)).isEqualTo("DRAFT");
    }

    @Test
    void aSignUpKeepsTheClockThatTheBrowserTellsAndNothingElse() throws Exception {
        var funnel = funnels.publishedFreeGift(workspace);
        signUp(funnel.path(), "ann@example.org", "Europe/Paris");
        signUp(funnel.path(), "ben@example.org", "'; drop table contacts");
        signUp(funnel.path(), "ann@example.org", "");
        assertThat(jdbc.sql("select email || ' ' || coalesce(time_zone, '') from contacts"
                                + " where workspace_id = ? and email like '%@example.org' order by 1")
                        .param(workspace.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("ann@example.org Europe/Paris", "ben@example.org ");
    }

    private void signUp(String path, String email, String zone) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "email=" + email + "&zone=" + URLEncoder.encode(zone, StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(303);
        }
    }

    private void people(String name, int count, @Nullable String zone, @Nullable String country) {
        broadcasts.people(workspace, name, count, "SUBSCRIBED");
        jdbc.sql("update contacts set time_zone = ?, country = ? where workspace_id = ? and starts_with(email, ?)")
                .params(zone, country, workspace.id().value(), name + "-")
                .update();
    }

    private void until(LocalDateTime local, ZoneId zone) {
        clock.advance(Duration.between(clock.instant(), local.atZone(zone)).plusSeconds(1));
    }

    /** @return readers of these, each of whom got one mail */
    private int took(String name) {
        var theirs = sink.taken().entrySet().stream()
                .filter(each -> each.getKey().startsWith(name + "-"))
                .toList();
        assertThat(theirs).allMatch(each -> each.getValue().get() == 1);
        return theirs.size();
    }

    private AbstractMockHttpServletRequestBuilder<?> send(LocalDateTime at) {
        return post(path("/schedule"))
                .param("day", at.toLocalDate().toString())
                .param("time", at.toLocalTime().toString())
                .param("clock", "reader");
    }

    private MockHttpServletResponse schedule(LocalDateTime at) throws Exception {
        return perform(send(at));
    }

    private String page(String part) throws Exception {
        return Jsoup.parse(perform(get(path(part))).getContentAsString()).text();
    }

    private String path(String part) {
        return workspace.path("/mail/broadcasts/" + id + part);
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var answer = mvc.perform(request.with(workspace.owner().signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }
}
