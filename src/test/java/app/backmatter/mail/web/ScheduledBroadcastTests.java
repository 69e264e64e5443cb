package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.BroadcastWatch;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Broadcasts that leave by themselves, by the author's clock. */
@BackmatterTest
class ScheduledBroadcastTests {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    BroadcastWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;
    final SmtpSink sink = SmtpSink.keeping();

    @BeforeEach
    void open() {
        workspace = accounts.publishingWorkspace();
        jdbc.sql("update workspaces set time_zone = ? where id = ?")
                .params(NEW_YORK.getId(), workspace.id().value())
                .update();
        broadcasts.subscribers(workspace, 3);
    }

    @AfterEach
    void close() {
        watch.end();
        sink.close();
    }

    @Test
    void leavesOnceAtTheChosenMomentToWhoIsOnTheListThen() throws Exception {
        var id = draft();
        var tomorrow = LocalDate.ofInstant(clock.instant(), NEW_YORK).plusDays(1);

        schedule(id, tomorrow.toString(), "12:00");

        assertThat(page(id, "").text()).contains("Scheduled", "It leaves by itself", "12:00");
        broadcasts.people(workspace, "later", 2, "SUBSCRIBED");
        try (var server = watch.sendTo(sink)) {
            clock.advance(
                    Duration.between(clock.instant(), tomorrow.atTime(12, 0).atZone(NEW_YORK))
                            .plusSeconds(1));
            watch.untilSent(id);
            clock.advance(Duration.ofDays(1));
        }
        // letters of others may leave meanwhile too
        sink.taken().keySet().removeIf(to -> !to.matches("(reader|later)-\\d+@.*"));
        assertThat(sink.taken())
                .hasSize(5)
                .allSatisfy((to, times) -> assertThat(times).hasValue(1));
    }

    @Test
    void theHourIsTheAuthorsOnBothSidesOfADaylightSavingChange() throws Exception {
        assertThat(momentOf("2027-03-13", "09:00")).isEqualTo("2027-03-13T14:00:00Z");
        assertThat(momentOf("2027-03-13", "09:00:59"))
                .as("to the minute, as browsers may post it")
                .isEqualTo("2027-03-13T14:00:00Z");
        assertThat(momentOf("2027-03-15", "09:00")).isEqualTo("2027-03-15T13:00:00Z");
        assertThat(momentOf("2027-03-14", "02:30")).as("skipped that night").isEqualTo("2027-03-14T07:30:00Z");
        assertThat(momentOf("2027-11-07", "01:30")).as("twice that night").isEqualTo("2027-11-07T05:30:00Z");
    }

    @Test
    void canBeTakenBackAndChangedUntilThen() throws Exception {
        var id = draft();
        schedule(id, "2027-03-15", "09:00");
        assertThat(page(id, "").select("form[action$=/draft]")).hasSize(1);

        perform(post(path(id, "/draft")));
        clock.advance(Duration.ofDays(365));

        assertThat(page(id, "").select("#composer")).hasSize(1);
        assertThat(watch.state(id)).isEqualTo("DRAFT");
    }

    @Test
    void aMomentThatIsNoneIsRefusedBesideItsField() throws Exception {
        var id = draft();
        for (var typed : List.of("", "14.3.2027", "2020-01-01", "2099-01-01")) {
            var answer = schedule(id, typed, "09:00");
            assertThat(answer.getStatus()).isEqualTo(422);
            var form = Jsoup.parse(answer.getContentAsString());
            assertThat(form.select("#day-notes .field-error").text()).isNotBlank();
            assertThat(form.select("#day").val()).isEqualTo(typed);
            assertThat(form.select("[autofocus]").eachAttr("id")).containsExactly("day");
        }
        assertThat(schedule(id, "2027-03-14", "late").getStatus()).isEqualTo(422);
        var again = Jsoup.parse(schedule(id, "2020-01-01", "09:00:30").getContentAsString());
        assertThat(again.select("#time").val()).as("as a time field takes it").isEqualTo("09:00");
        assertThat(watch.state(id)).isEqualTo("DRAFT");
    }

    @Test
    void oneThatCanNotLeaveWhenItsMomentComesIsADraftAgainAndSaysWhy() throws Exception {
        var id = draft();
        var tomorrow = LocalDate.ofInstant(clock.instant(), NEW_YORK).plusDays(1);
        schedule(id, tomorrow.toString(), "12:00");
        jdbc.sql("update contacts set status = 'UNSUBSCRIBED' where workspace_id = ?")
                .param(workspace.id().value())
                .update();

        clock.advance(Duration.ofDays(2));
        watch.until(() -> watch.state(id).equals("DRAFT"));

        assertThat(page(id, "").text()).contains("It was to leave by itself, and could not: Nobody would get it");
    }

    private Instant momentOf(String day, String time) throws Exception {
        var id = draft();
        schedule(id, day, time);
        return jdbc.sql("select starts_at from broadcasts where id = ? and state = 'SCHEDULED'")
                .param(id.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private BroadcastId draft() {
        return drafts.draft(workspace, "The map", new Block.Text("Hello"));
    }

    private MockHttpServletResponse schedule(BroadcastId id, String day, String time) throws Exception {
        return perform(post(path(id, "/schedule")).param("day", day).param("time", time));
    }

    private Document page(BroadcastId id, String part) throws Exception {
        return Jsoup.parse(perform(get(path(id, part))).getContentAsString());
    }

    private String path(BroadcastId id, String part) {
        return workspace.path("/mail/broadcasts/" + id + part);
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(workspace.owner().signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
