package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.Recipients;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.BroadcastWatch;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.SmtpSink.Act;
import app.backmatter.support.SmtpSink.Moment;
import app.backmatter.support.TestWorkspace;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Broadcasts as a mail server gets them, kind or not. */
@BackmatterTest
class SendBroadcastTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    BroadcastSender sender;

    @Autowired
    BroadcastWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Recipients recipients;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

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
    void writesOnceToEverybodyWhoMayBeMailedAndToNobodyElse() throws Exception {
        broadcasts.subscribers(workspace, 1_203);
        broadcasts.people(workspace, "pending", 3, "PENDING");
        broadcasts.people(workspace, "left", 3, "UNSUBSCRIBED");
        broadcasts.people(workspace, "buyer", 3, "CUSTOMER");

        var id = send();

        assertThat(sink.taken()).hasSize(1_203).allSatisfy((recipient, times) -> {
            assertThat(recipient).startsWith("reader-");
            assertThat(times).hasValue(1);
        });
        assertThat(counts(id)).isEqualTo(Map.of("SENT", 1_203L));
        assertThat(closed(id)).isEqualTo(1_203);
    }

    @Test
    void aMessageIsTheReadersOwn() throws Exception {
        broadcasts.subscribers(workspace, 2);
        send();

        var named = message("reader-2@");
        var nameless = message("reader-1@");
        assertThat(named.getSubject()).isEqualTo("News for Reader 2");
        assertThat(nameless.getSubject()).isEqualTo("News");
        assertThat(part(named, 0)).startsWith("Dear Reader 2,").contains("\n.a line that begins with a dot");
        assertThat(part(nameless, 0)).startsWith("Dear reader,");
        assertThat(part(named, 1)).contains("<p>Dear Reader 2,</p>", "Größe &amp; <a href=\"http://localhost:", "/c/");
        assertThat(part(named, 1)).containsPattern("<img src=\"http://localhost:\\d+/o/[\\w-]{22}\" alt=\"\">");
        assertThat(part(named, 1).replaceAll("(?s).*/unsubscribe/([^\"]*)\".*", "$1"))
                .matches("[\\w-]{43}/[\\w-]{22}");
        assertThat(named.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(named.getHeader("List-Unsubscribe")[0])
                .endsWith(part(named, 0).strip().replaceAll("(?s).*/unsubscribe/", "") + ">");
        assertThat(named.getHeader("List-Id")[0]).matches("<[a-z0-9-]+\\..+>");
        assertThat(named.getMessageID()).matches("<[0-9a-f-]{36}@localhost>");
    }

    @Test
    void aRefusedAddressTouchesThatReaderAlone() {
        broadcasts.subscribers(workspace, 60);
        sink.in((moment, to) -> moment == Moment.RECIPIENT && to.startsWith("reader-7@") ? Act.REFUSE : Act.GO_ON);

        var id = send();

        assertThat(counts(id)).isEqualTo(Map.of("SENT", 59L, "FAILED", 1L));
        assertThat(jdbc.sql("select refusal from broadcast_messages where broadcast_id = ? and state = 'FAILED'")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("nobody of that name");
        assertThat(jdbc.sql("select email from contacts where workspace_id = ? and suppressed = 'HARD_BOUNCE'")
                        .param(workspace.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("reader-7@reader7.example.com");
        assertThat(jdbc.sql("select count(*) from contacts where workspace_id = ? and mailed_at is not null")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(59);
    }

    @Test
    void aBroadcastThatCanNotBeReadHoldsUpNoOther() {
        var unreadable = accounts.workspace();
        broadcasts.subscribers(unreadable, 1);
        jdbc.sql("update broadcasts set laid_out = '[]' where id = ?")
                .param(broadcasts.started(unreadable))
                .update();
        broadcasts.subscribers(workspace, 3);

        var id = send();

        assertThat(counts(id)).isEqualTo(Map.of("SENT", 3L));
    }

    @Test
    void anAddressThatHasNoAsciiFormTouchesThatReaderAlone() {
        broadcasts.subscribers(workspace, 60);
        jdbc.sql("update contacts set email = 'reader-2@' || repeat('ä', 63) || '.example.com'"
                        + " where workspace_id = ? and starts_with(email, 'reader-2@')")
                .param(workspace.id().value())
                .update();
        sink.in((moment, to) -> moment == Moment.RECIPIENT && to.startsWith("reader-2@") ? Act.REFUSE : Act.GO_ON);

        var id = send();

        assertThat(counts(id)).isEqualTo(Map.of("SENT", 59L, "FAILED", 1L));
    }

    @Test
    void namesOfDomainsTravelAsMailServersKnowThem() throws Exception {
        broadcasts.subscribers(workspace, 1);
        jdbc.sql("insert into mail_senders values (?, 'LIST', 'Ada', 'ada@bücher.example', 'antwort@köln.example')")
                .param(workspace.id().value())
                .update();
        var envelopes = ConcurrentHashMap.<String>newKeySet();
        sink.in((moment, address) -> {
            envelopes.add(moment + " " + address);
            return Act.GO_ON;
        });
        send();

        var mail = message("reader-1@");
        assertThat(mail.getHeader("From", null)).isEqualTo("Ada <ada@xn--bcher-kva.example>");
        assertThat(mail.getHeader("Reply-To", null)).isEqualTo("antwort@xn--kln-sna.example");
        assertThat(envelopes).contains("SENDER ada@xn--bcher-kva.example");
    }

    @Test
    void whatWasPutOffIsTriedAgainLaterAndSparesItsDomainUntilThen() {
        broadcasts.subscribers(workspace, 200);
        var asked = new AtomicInteger();
        sink.in((moment, to) ->
                moment == Moment.RECIPIENT && to.endsWith("@reader3.example.com") && asked.incrementAndGet() > 0
                        ? Act.POSTPONE
                        : Act.GO_ON);
        var id = broadcasts.started(workspace);
        try (var server = watch.sendTo(sink)) {
            sender.nudge();
            await().until(() -> counts(id).equals(Map.of("SENT", 196L, "POSTPONED", 4L)));
            sink.in(SmtpSink.Mood.KIND);
            clock.advance(Duration.ofMinutes(10));
            sender.nudge();
            watch.untilSent(id);
        }
        assertThat(sink.taken())
                .hasSize(200)
                .allSatisfy((to, times) -> assertThat(times).hasValue(1));
        assertThat(asked.get()).as("tries while the domain was to be spared").isLessThanOrEqualTo(4);
    }

    @Test
    void nobodyIsForgottenByAServerThatCutsLinesAndRefusesAtRandom() {
        broadcasts.subscribers(workspace, 2_000);
        var random = new Random(7);
        var takenUnsaid = new AtomicInteger();
        sink.in((moment, to) -> {
            int luck = random.nextInt(1_000);
            if (luck < 4 && moment == Moment.MESSAGE) {
                takenUnsaid.incrementAndGet();
                return Act.TAKE_AND_CUT;
            }
            return luck < 8 ? Act.CUT : luck < 12 ? Act.GO_AWAY : Act.GO_ON;
        });

        var id = send();

        assertThat(sink.taken()).hasSize(2_000);
        assertThat(sink.messages()).isBetween(2_000L, 2_000L + takenUnsaid.get());
        assertThat(counts(id)).isEqualTo(Map.of("SENT", 2_000L));
    }

    @Test
    void pausingAndResumingTenTimesQuicklySendsOnce() {
        broadcasts.subscribers(workspace, 3_000);
        var id = broadcasts.started(workspace);
        try (var server = watch.sendTo(sink)) {
            for (int turn = 0; turn < 10; turn++) {
                watch.state(id, "SENDING");
                sender.nudge();
                var before = sink.messages();
                await().pollInterval(Duration.ofMillis(5)).until(() -> sink.messages() > before);
                watch.state(id, "PAUSED");
            }
            watch.state(id, "SENDING");
            sender.nudge();
            watch.untilSent(id);
        }
        assertThat(sink.taken())
                .hasSize(3_000)
                .allSatisfy((to, times) -> assertThat(times).hasValue(1));
        assertThat(counts(id)).isEqualTo(Map.of("SENT", 3_000L));
    }

    @Test
    void twoNodesShareABroadcastAndWriteToNobodyTwice() {
        broadcasts.subscribers(workspace, 4_000);
        var id = broadcasts.started(workspace);
        var other = sender.anotherNode();
        try (var server = watch.sendTo(sink)) {
            other.start();
            sender.nudge();
            watch.untilSent(id);
        } finally {
            other.stop();
        }
        assertThat(sink.taken())
                .hasSize(4_000)
                .allSatisfy((to, times) -> assertThat(times).hasValue(1));
    }

    @Test
    void whoLeavesByOneClickWhileItRunsIsNotWrittenTo() throws Exception {
        broadcasts.subscribers(workspace, 300);
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        sink.in((moment, to) -> {
            if (moment == Moment.MESSAGE) {
                first.countDown();
                wait(go);
            }
            return Act.GO_ON;
        });
        var id = broadcasts.started(workspace);
        try (var server = watch.sendTo(sink)) {
            sender.nudge();
            first.await();
            assertThat(leave("reader-2..@.*")).isEqualTo(100);
            go.countDown();
            watch.untilSent(id);
        }
        assertThat(sink.taken().keySet()).noneMatch(to -> to.matches("reader-2..@.*"));
        assertThat(counts(id)).isEqualTo(Map.of("SENT", 200L, "CANCELLED", 100L));
    }

    /** As mail programs do it (RFC 8058): by the link of any mail, with no cookie and no form. */
    private int leave(String who) throws Exception {
        var everybody =
                WorkspaceScope.call(workspace.id(), () -> recipients.next(Addressed.EVERYBODY, null, 1_000)).stream()
                        .filter(reader -> reader.email().value().matches(who))
                        .toList();
        try (var client = HttpClient.newHttpClient()) {
            for (var reader : everybody) {
                var answer = client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/unsubscribe/" + reader.token()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                assertThat(answer.statusCode()).isEqualTo(200);
            }
        }
        return everybody.size();
    }

    @Test
    void aServerThatRefusesTheSenderStopsItWithItsWords() {
        broadcasts.subscribers(workspace, 100);
        sink.in((moment, to) -> moment == Moment.SENDER ? Act.REFUSE : Act.GO_ON);
        var id = broadcasts.started(workspace);
        try (var server = watch.sendTo(sink)) {
            sender.nudge();
            await().until(() -> jdbc.sql(
                            "select state = 'PAUSED' and stopped_by like '550%' from broadcasts where id = ?")
                    .param(id)
                    .query(Boolean.class)
                    .single());
        }
        assertThat(counts(id).keySet()).doesNotContain("SENT", "FAILED");
    }

    private UUID send() {
        var id = broadcasts.started(workspace);
        try (var server = watch.sendTo(sink)) {
            sender.nudge();
            watch.untilSent(id);
        }
        return id;
    }

    private Map<String, Long> counts(UUID id) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select state, count(*) from broadcast_messages where broadcast_id = ? group by state")
                .param(id)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    private long closed(UUID id) {
        return jdbc.sql("select sum(sent) from broadcast_batches where broadcast_id = ? and closed")
                .param(id)
                .query(Long.class)
                .single();
    }

    private MimeMessage message(String to) throws Exception {
        var raw = sink.kept().stream()
                .filter(each -> each.contains("\r\nTo: " + to))
                .findFirst()
                .orElseThrow();
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String part(MimeMessage message, int number) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(number)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
