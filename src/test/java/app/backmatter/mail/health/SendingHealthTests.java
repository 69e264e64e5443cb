package app.backmatter.mail.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MessageId;
import app.backmatter.mail.bounce.KeepReports;
import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.bounce.ReportKind;
import app.backmatter.mail.health.MailDays.ByProvider;
import app.backmatter.mail.tracking.MessageCode;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.BroadcastWatch;
import app.backmatter.support.Mailbox;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.SmtpSink.Act;
import app.backmatter.support.SmtpSink.Moment;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** How mails arrive, as their author reads it, and the stop before providers make one. */
@BackmatterTest
class SendingHealthTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    KeepReports reports;

    @Autowired
    MailDays days;

    @Autowired
    SendingStops stops;

    @Autowired
    BroadcastWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;
    final SmtpSink sink = SmtpSink.keeping();

    @BeforeEach
    void open() {
        workspace = accounts.workspace();
    }

    @AfterEach
    void close() {
        watch.end();
        sink.close();
    }

    @Test
    void countsEachMailOnceByWhatBecameOfIt() throws Exception {
        broadcasts.subscribers(workspace, 60);
        sink.in((moment, to) -> moment == Moment.RECIPIENT && to.startsWith("reader-7@") ? Act.REFUSE : Act.GO_ON);
        send();
        assertThat(total()).isEqualTo(new Counts(59, 1, 0, 0, 1, 0, 0));

        var one = messageTo("reader-1@");
        reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, one), report(ReportKind.SOFT_BOUNCE, one)));
        assertThat(total()).isEqualTo(new Counts(59, 1, 0, 1, 1, 0, 0));
        reports.keep(List.of(
                report(ReportKind.HARD_BOUNCE, one),
                report(ReportKind.COMPLAINT, messageTo("reader-2@")),
                report(ReportKind.COMPLAINT, messageTo("reader-2@"))));
        assertThat(total()).as("the worst of each").isEqualTo(new Counts(59, 1, 0, 0, 2, 1, 0));

        open(messageTo("reader-3@"));
        await().until(() -> total().opened() == 1);
        open(messageTo("reader-3@"));
        open(messageTo("reader-53@"));
        await().until(() -> total().opened() > 1);
        assertThat(total().opened()).isEqualTo(2);

        assertThat(providers())
                .contains(new ByProvider("reader3.example.com", new Counts(2, 0, 0, 0, 0, 0, 2)))
                .contains(new ByProvider("reader7.example.com", new Counts(1, 1, 0, 0, 1, 0, 0)));
        assertThat(page("/mail/health?days=7"))
                .contains("59 by mail servers", "3.33% 2 of 60", "1.69% 1 of 59", "reader7.example.com 1 1 0 0 0 0")
                .doesNotContain("are stopped");
    }

    @Test
    void handsAPersonAllThatBecameOfTheirMails() throws Exception {
        broadcasts.subscribers(workspace, 2);
        send();
        var mail = messageTo("reader-1@");
        reports.keep(List.of(report(ReportKind.HARD_BOUNCE, mail)));
        open(mail);
        await().until(() -> total().opened() == 1);

        var contact = jdbc.sql("select contact_id from broadcast_messages where id = ?")
                .param(mail.value())
                .query(UUID.class)
                .single();
        var export = new JsonMapper().readTree(html("/contacts/" + contact + "/export"));
        assertThat(export.at("/broadcasts/0/state").asString()).isEqualTo("SENT");
        var unsettled = broadcasts.leaving(workspace, new ContactId(contact));
        assertThat(new JsonMapper()
                        .readTree(html("/contacts/" + contact + "/export"))
                        .at("/broadcasts/1/state")
                        .asString())
                .as(unsettled + " left a moment ago")
                .isEqualTo("SENT");
        assertThat(export.at("/opens/0/through").asString()).isEqualTo("PERSON");
        assertThat(export.at("/bounces/0/kind").asString()).isEqualTo("HARD_BOUNCE");
        assertThat(export.at("/suppression/0/reason").asString()).isEqualTo("HARD_BOUNCE");
        assertThat(export.at("/bounces").size()).isEqualTo(1);
        assertThat(page("/contacts/" + contact)).contains("No such address", "Gets no more mail");
    }

    @Test
    void gathersTheDomainsOfOneProvider() {
        jdbc.sql("""
            insert into mail_days (workspace_id, day, domain, accepted, complained)
            select :workspace, current_date, domain, 10, 1
            from unnest(array['gmail.com', 'googlemail.com', 'example.com', '']) t (domain)\
            """).param("workspace", workspace.id().value()).update();

        assertThat(providers())
                .containsExactly(
                        new ByProvider("Gmail", new Counts(20, 0, 0, 0, 0, 2, 0)),
                        new ByProvider("example.com", new Counts(10, 0, 0, 0, 0, 1, 0)));
    }

    @Test
    void fewMailsStopNothing() {
        broadcasts.subscribers(workspace, 4);
        send();

        reports.keep(List.of(
                report(ReportKind.COMPLAINT, messageTo("reader-1@")),
                report(ReportKind.HARD_BOUNCE, messageTo("reader-2@"))));

        assertThat(stopped()).isFalse();
    }

    @Test
    void stopsBeforeProvidersDoAndGoesOnOnceItsAuthorHasReadWhy() throws Exception {
        broadcasts.subscribers(workspace, 300);
        sink.in((moment, to) -> moment == Moment.RECIPIENT && to.matches("reader-[12].@.*") ? Act.REFUSE : Act.GO_ON);
        var waiting = broadcasts.started(workspace);
        watch.state(waiting, "PAUSED");
        var first = broadcasts.started(workspace);
        try (var server = watch.sendTo(sink)) {
            watch.until(this::stopped);
        }
        assertThat(watch.state(first)).isEqualTo("PAUSED");

        assertThat(page("")).contains("Your broadcasts are stopped");
        assertThat(page("/mail/health"))
                .contains("20 of the last 300 mails went to addresses that do not exist", "6.67% 20 of 300 too high");
        assertThat(new Mailbox(jdbc, workspace.id())
                        .waitForOneTo(workspace.owner().email().value(), "Your broadcasts are stopped")
                        .button())
                .endsWith(workspace.path("/mail/health"));

        var taken = sink.messages();
        var other = accounts.workspace();
        try (var server = watch.sendTo(sink)) {
            watch.state(waiting, "SENDING");
            assertThat(page("/mail/broadcasts/" + waiting)).contains("It waits: your broadcasts are stopped.");
            // whoever looks for broadcasts to send has come by it
            broadcasts.subscribers(other, 1);
            watch.untilSent(broadcasts.started(other));
            await().during(Duration.ofMillis(300)).until(() -> sink.messages() == taken + 1);
            mvc.perform(post(workspace.path("/mail/health/release"))
                    .with(workspace.owner().signedIn()));
            watch.untilSent(waiting);
            watch.untilSent(first);
        }
        assertThat(stopped()).isFalse();
        reports.keep(List.of(report(ReportKind.HARD_BOUNCE, messageTo("reader-100@"))));
        assertThat(stopped())
                .as("what was read of is not held against it again")
                .isFalse();
    }

    @Test
    void pausesWhatRuns() {
        broadcasts.subscribers(workspace, 200);
        send();
        var running = broadcasts.started(workspace);

        for (int reader = 101; reader <= 105; reader++) {
            reports.keep(List.of(report(ReportKind.COMPLAINT, messageTo("reader-" + reader + "@"))));
        }

        assertThat(watch.state(running)).isEqualTo("PAUSED");
        WorkspaceScope.run(workspace.id(), stops::release);
        assertThat(watch.state(running)).isEqualTo("SENDING");
    }

    @Test
    void takesRulesForSoftBouncesAndSaysWhatIsWrongWithThem() throws Exception {
        assertThat(rules("0", "x")).isEqualTo(422);
        assertThat(rules("3", "2")).isEqualTo(302);
        assertThat(Jsoup.parse(html("/mail/health")).select("#softBounces").val())
                .isEqualTo("3");
    }

    private int rules(String bounces, String over) throws Exception {
        return mvc.perform(post(workspace.path("/mail/health/rules"))
                        .param("softBounces", bounces)
                        .param("softDays", over)
                        .with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private UUID send() {
        var id = broadcasts.started(workspace);
        try (var server = watch.sendTo(sink)) {
            watch.untilSent(id);
        }
        return id;
    }

    private MessageId messageTo(String reader) {
        return new MessageId(jdbc.sql("""
            select m.id from broadcast_messages m join contacts c on c.id = m.contact_id and c.workspace_id = m.workspace_id
            where m.workspace_id = ? and starts_with(c.email, ?) order by m.id limit 1\
            """)
                .params(workspace.id().value(), reader)
                .query(UUID.class)
                .single());
    }

    private Report report(ReportKind kind, MessageId message) {
        return new Report(
                kind,
                message,
                null,
                null,
                clock.instant(),
                "",
                "",
                "test",
                UUID.randomUUID().toString());
    }

    private void open(MessageId message) throws Exception {
        mvc.perform(get("/o/" + MessageCode.of(message.value()))
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Thunderbird"));
    }

    private Counts total() {
        return WorkspaceScope.call(workspace.id(), () -> days.since(days.today()));
    }

    private List<ByProvider> providers() {
        return WorkspaceScope.call(workspace.id(), () -> days.byProvider(7, 100));
    }

    private boolean stopped() {
        return WorkspaceScope.call(workspace.id(), () -> stops.open()).isPresent();
    }

    private String page(String path) throws Exception {
        return Jsoup.parse(html(path)).text();
    }

    private String html(String path) throws Exception {
        return mvc.perform(get(URI.create(workspace.path(path)))
                        .with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
