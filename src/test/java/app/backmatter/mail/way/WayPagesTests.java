package app.backmatter.mail.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.backmatter.accounts.Role;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Outbox;
import app.backmatter.mail.broadcast.BroadcastSender;
import app.backmatter.mail.transport.OwnSmtpServer;
import app.backmatter.storage.Secrets;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.BroadcastWatch;
import app.backmatter.support.Browser;
import app.backmatter.support.DkimVerifier;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TestDns;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestMailServices;
import app.backmatter.support.TestMailServices.Asked;
import app.backmatter.support.TestMailServices.Said;
import app.backmatter.support.TestWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mails leave by what an owner chose, while no mail server of the installation is set. */
@BackmatterTest
class WayPagesTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> SES = Map.of(
            "kind", "SES", "region", "eu-central-1", "accessKey", "AKIAQWERTYUIOPASDFGH", "secret", "sesSecret/99");
    private static final Map<String, String> POSTMARK = Map.of(
            "kind", "POSTMARK", "listStream", "broadcast", "serviceStream", "outbound", "secret", "postmark-token-99");
    private static final Map<String, String> MAILGUN = Map.of(
            "kind",
            "MAILGUN",
            "domain",
            "mg.example.org",
            "place",
            "US",
            "secret",
            "mailgun-key-99",
            "callKey",
            "sign");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    BroadcastSender broadcastSender;

    @Autowired
    OwnWays ways;

    @Autowired
    JsonMapper json;

    @Autowired
    Secrets secrets;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    BroadcastWatch watch;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestWorkspace workspace;
    Browser owner;

    @BeforeEach
    void signIn() {
        TestMailServices.say(asked -> Said.YES);
        workspace = accounts.workspace();
        owner = Browser.on(port).withCookie(workspace.owner().cookie());
    }

    @AfterEach
    void stop() {
        watch.end();
    }

    @Test
    void amazonGetsTheMessageAsItIsSigned() {
        save(SES);
        sendAll();

        assertThat(TestMailServices.asked()).hasSize(3).allSatisfy(asked -> {
            assertThat(asked.path()).isEqualTo("/v2/email/outbound-emails");
            assertThat(asked.headers().get("authorization"))
                    .matches("AWS4-HMAC-SHA256 Credential=AKIAQWERTYUIOPASDFGH/\\d{8}/eu-central-1/ses/aws4_request, "
                            + "SignedHeaders=\\S*host\\S*, Signature=[0-9a-f]{64}");
            var body = body(asked);
            var raw = new String(
                    Base64.getDecoder().decode(body.at("/Content/Raw/Data").asString()), StandardCharsets.UTF_8);
            var to = body.at("/Destination/ToAddresses/0").asString();
            assertThat(raw)
                    .contains("To: " + to)
                    .doesNotContain("DKIM-Signature")
                    .doesNotContain("\r\n..");
            assertThat(raw)
                    .contains("Message-ID: <" + body.at("/EmailTags/0/Value").asString() + "@");
            assertThat(body.at("/FromEmailAddress").asString())
                    .isEqualTo(workspace.owner().email().value());
        });
    }

    @Test
    void postmarkGetsThePartsInTheRightStream() {
        save(POSTMARK);
        sendAll();

        var bodies = TestMailServices.asked().stream().map(WayPagesTests::body).toList();
        assertThat(TestMailServices.asked()).allSatisfy(asked -> {
            assertThat(asked.path()).isEqualTo("/email");
            assertThat(asked.headers()).containsEntry("x-postmark-server-token", "postmark-token-99");
        });
        assertThat(bodies)
                .extracting(body -> body.path("MessageStream").asString())
                .containsExactlyInAnyOrder("outbound", "broadcast", "broadcast");
        assertThat(bodies).allSatisfy(body -> {
            assertThat(body.path("HtmlBody").asString()).containsIgnoringCase("<p");
            assertThat(body.path("TextBody").asString()).contains("Dear");
            assertThat(body.at("/Metadata/message").asString()).hasSize(36);
            assertThat(body.path("Headers").toString()).contains("Message-ID", "X-PM-KeepID");
        });
        assertThat(bodies.stream().filter(body -> body.toString().contains("List-Unsubscribe=One-Click")))
                .hasSize(2);
    }

    @Test
    void mailgunGetsTheMessageAsItIs() {
        save(MAILGUN);
        sendAll();

        assertThat(TestMailServices.asked()).hasSize(3).allSatisfy(asked -> {
            assertThat(asked.path()).isEqualTo("/v3/mg.example.org/messages.mime");
            assertThat(asked.headers().get("authorization"))
                    .isEqualTo("Basic "
                            + Base64.getEncoder()
                                    .encodeToString("api:mailgun-key-99".getBytes(StandardCharsets.UTF_8)));
            assertThat(asked.headers().get("content-type")).startsWith("multipart/form-data; boundary=");
            assertThat(asked.body()).contains("name=\"to\"", "name=\"message\"", "\r\nMessage-ID: <", "o:tracking");
        });
    }

    @Test
    void aServerOfTheOwnersTakesSignedMails() {
        try (var sink = SmtpSink.keeping()) {
            save(Map.of("kind", "SMTP", "host", "127.0.0.1", "port", "" + sink.port(), "security", "NONE"));
            owner.post(workspace.path("/settings/sending/domains"), Map.of("domain", "example.org"));
            var key = Jsoup.parse(owner.follow().body()).selectFirst("article.card");
            TestDns.publish(
                    key.select("dd.muted code").text(),
                    key.select("code[id^=value-]").text().substring(0, 200),
                    key.select("code[id^=value-]").text().substring(200));
            owner.post(key.selectFirst("form[action$=check]").attr("action"), Map.of());
            send();
            await().until(() -> sink.messages() == 3);

            assertThat(sink.kept())
                    .allSatisfy(message -> assertThat(DkimVerifier.fault(message, TestDns::text))
                            .isEmpty());
            assertThat(page("").text()).contains("Saved").contains("By a mail server of your own");
            owner.post(workspace.path("/settings/sending/way/test"), Map.of());
            assertThat(owner.follow().body()).contains("The test was taken");
            assertThat(sink.kept().getLast()).contains("Subject: A test from Backmatter");
            assertThat(DkimVerifier.fault(sink.kept().getLast(), TestDns::text)).isEmpty();
        }
    }

    @Test
    void aServerInsideTheInstallationsNetworkIsRefused() {
        for (var host :
                List.of("127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "100.64.0.1")) {
            var server = OwnSmtpServer.of(host, 1, OwnSmtpServer.Security.NONE, "", "", false);
            assertThatThrownBy(server::connect)
                    .as(host)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no mail server in the open");
        }
    }

    @Test
    void keepsTheAddressThatItIsCalledAtWhicheverNodeChoseIt() {
        assertThat(ways.of(workspace.id())).isEmpty();
        var other = new OwnWays(jdbc, json, secrets, transaction, clock);
        WorkspaceScope.run(workspace.id(), () -> other.choose(WayKind.POSTMARK, Map.of(), "one", ""));
        var chosen = other.of(workspace.id()).orElseThrow();

        save(POSTMARK);

        assertThat(ways.of(workspace.id()))
                .get()
                .extracting(OwnWay::id, OwnWay::callToken, OwnWay::secret)
                .containsExactly(chosen.id(), chosen.callToken(), "postmark-token-99");
    }

    @Test
    void oneRefusedAddressTouchesThatReaderAloneAndABusyServiceIsAskedAgain() {
        save(POSTMARK);
        var busy = new AtomicInteger();
        TestMailServices.say(asked -> asked.body().contains("reader-7@")
                ? Said.of(422, "{\"ErrorCode\": 406, \"Message\": \"Inactive recipient\"}")
                : busy.incrementAndGet() % 4 == 1 ? Said.of(429, "slow down") : Said.YES);
        broadcasts.subscribers(workspace, 12);
        var id = start();

        watch.untilSent(id);
        assertThat(counts(id)).isEqualTo(Map.of("SENT", 11L, "FAILED", 1L));
    }

    @Test
    void aMailThatItFailsOnEachTimeIsGivenUpAloneAndTellsNothingOfItsReader() {
        save(POSTMARK);
        TestMailServices.say(asked -> asked.body().contains("reader-7@") ? Said.of(500, "sorry") : Said.YES);
        broadcasts.subscribers(workspace, 30);
        var id = start();

        await().until(() -> {
            clock.advance(Duration.ofMinutes(61));
            // as after all tries but one
            jdbc.sql("update broadcast_messages set tries = 11 where broadcast_id = ? and state = 'POSTPONED'")
                    .param(id)
                    .update();
            return watch.state(id).equals("SENT");
        });
        assertThat(counts(id)).isEqualTo(Map.of("SENT", 29L, "FAILED", 1L));
        assertThat(jdbc.sql("select count(*) from mail_reports where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(broadcastPage(id)).contains("It is busy or out of order right now. 500 sorry");
    }

    @Test
    void saysSinceWhenItTakesNothingAndLosesNobodyMeanwhile() {
        save(POSTMARK);
        TestMailServices.say(asked -> Said.of(503, "maintenance"));
        broadcasts.subscribers(workspace, 30);
        var id = start();
        outbox.queue(List.of(TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of())));
        await().until(() -> today().select("a[href$='state=QUEUED']").text().startsWith("One mail waits"));
        await().until(() -> {
            clock.advance(Duration.ofSeconds(11));
            return broadcastPage(id).contains("Your mail server has taken no mails since");
        });
        assertThat(broadcastPage(id)).contains("It is busy or out of order right now. 503 maintenance");
        assertThat(today().select("a[href$=" + id + "]").text()).contains("waits: your mail server has taken no mails");
        post(id, "/pause");
        assertThat(broadcastPage(id))
                .contains("Before it was paused, your mail server had taken no mails since", "503 maintenance");
        assertThat(today().text()).doesNotContain("taken no mails");
        post(id, "/resumption");

        TestMailServices.say(asked -> Said.YES);
        watch.untilSent(id);
        assertThat(counts(id)).isEqualTo(Map.of("SENT", 30L));
        assertThat(broadcastPage(id)).doesNotContain("has taken no mails", "maintenance");
        clock.advance(Duration.ofHours(6));
        await().until(() -> !today().text().contains("One mail waits"));
        assertThat(today().text()).doesNotContain("taken no mails");
    }

    @Test
    void aServerIsTriedBeforeItIsUsed() {
        var closed = Map.of(
                "kind", "SMTP", "host", "127.0.0.1", "port", "1", "security", "NONE", "user", "", "secret", "typed");
        save(closed);
        assertThat(owner.status()).isEqualTo(422);
        var page = Jsoup.parse(owner.body());
        assertThat(page.select("[role=alert]").text()).contains("No server answers there", "Nothing was saved");
        assertThat(page.select("#details").text()).contains("Connection refused");
        assertThat(page.select("#secret").val()).isEqualTo("typed");
        assertThat(ways.present(workspace.id())).isEmpty();

        var anyway = new HashMap<>(closed);
        anyway.put("anyway", "true");
        assertThat(page.select("[name=anyway]").attr("type")).isEqualTo("checkbox");
        save(anyway);
        assertThat(owner.status()).isEqualTo(302);
        assertThat(ways.present(workspace.id())).isPresent();
        assertThat(owner.follow().body()).contains("Saved");
        owner.post(workspace.path("/settings/sending/way/test"), Map.of());
        assertThat(Jsoup.parse(owner.follow().body()).select("[role=alert]").text())
                .contains("The test did not leave. No server answers there", "Connection refused");
    }

    @Test
    void whoTriesTooOftenIsToldSoAndNotByTheMailServer() {
        var closed = Map.of("kind", "SMTP", "host", "127.0.0.1", "port", "1", "security", "NONE", "user", "");
        for (int tried = 0; tried < 20; tried++) {
            save(closed);
        }
        save(closed);
        assertThat(owner.status()).isEqualTo(422);
        assertThat(Jsoup.parse(owner.body()).select("[role=alert]").text())
                .contains("Those were many tries within an hour")
                .doesNotContain("The mail server said");
    }

    private Document today() {
        return Jsoup.parse(owner.get(workspace.path("")).body());
    }

    private void post(UUID id, String part) {
        owner.get(workspace.path("/mail/broadcasts/" + id));
        owner.post(workspace.path("/mail/broadcasts/" + id + part), Map.of());
    }

    private String broadcastPage(UUID id) {
        return Jsoup.parse(owner.get(workspace.path("/mail/broadcasts/" + id)).body())
                .text();
    }

    @Test
    void aWrongKeyPausesABroadcastAndHoldsLettersBack() {
        save(MAILGUN);
        TestMailServices.say(asked -> Said.of(401, "Forbidden"));
        broadcasts.subscribers(workspace, 5);
        var id = start();
        outbox.queue(List.of(TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of())));

        await().until(() -> watch.state(id).equals("PAUSED"));
        assertThat(counts(id)).doesNotContainKeys("SENT", "FAILED");
        await().until(() -> letter().equals("QUEUED 401 Forbidden"));
        page("");
        owner.post(workspace.path("/settings/sending/way/test"), Map.of());
        assertThat(Jsoup.parse(owner.follow().body()).select("[role=alert]").text())
                .contains("401 Forbidden");

        TestMailServices.say(asked -> Said.YES);
        clock.advance(Duration.ofMinutes(2));
        await().until(() -> letter().startsWith("SENT"));
    }

    @Test
    void keysStaySealedAndAreNotShownAgain() {
        save(SES);
        assertThat(owner.status()).isEqualTo(302);
        var page = page("");
        assertThat(page.text()).contains("By Amazon SES").contains("/webhooks/mail/");
        assertThat(page.html()).doesNotContain("sesSecret");
        assertThat(page.select("#accessKey").val()).isEqualTo("AKIAQWERTYUIOPASDFGH");
        var stored = jdbc.sql("select secret || call_key || call_token from mail_ways where workspace_id = ?")
                .param(workspace.id().value())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("sesSecret");

        var changed = new HashMap<>(SES);
        changed.put("secret", "");
        changed.put("region", "us-east-1");
        save(changed);
        assertThat(owner.status()).isEqualTo(302);
        assertThat(page("").select("#region").val()).isEqualTo("us-east-1");

        owner.post(workspace.path("/settings/sending/way/deletion"), Map.of());
        assertThat(page("").text()).doesNotContain("By Amazon SES");
        assertThat(jdbc.sql("select secret from mail_ways where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(String.class)
                        .list())
                .containsOnly("");
    }

    @Test
    void saysWhatIsWrongAndIsForOwners() {
        save(Map.of("kind", "SES", "region", "Mars", "accessKey", "x", "secret", ""));
        assertThat(owner.status()).isEqualTo(422);
        var page = Jsoup.parse(owner.body());
        assertThat(page.select("#region").val()).isEqualTo("Mars");
        assertThat(page.select(".field-error").eachText()).hasSize(3);
        save(Map.of("kind", "SMTP", "host", "smtp.example.com/x", "port", "0", "security", "NONE", "user", "ada"));
        assertThat(Jsoup.parse(owner.body()).select(".field-error").eachText()).hasSize(4);
        for (var kind : List.of("SMTP", "SES", "POSTMARK", "MAILGUN", "nonsense")) {
            assertThat(owner.get(workspace.path("/settings/sending/way?kind=" + kind))
                            .status())
                    .isEqualTo(200);
        }
        var editor = Browser.on(port)
                .withCookie(accounts.member(workspace, Role.EDITOR).cookie());
        assertThat(editor.get(workspace.path("/settings/sending/way")).status()).isEqualTo(403);
        assertThat(editor.post(workspace.path("/settings/sending/way/test"), Map.of())
                        .status())
                .isEqualTo(403);
    }

    /** A letter, and a broadcast to two. */
    private void sendAll() {
        send();
        await().until(() -> TestMailServices.asked().size() == 3);
    }

    private void send() {
        broadcasts.subscribers(workspace, 2);
        outbox.queue(List.of(
                TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of("body", "Dear Ana\n\n.dot"))));
        start();
    }

    private UUID start() {
        var id = broadcasts.started(workspace);
        transaction.executeWithoutResult(status -> broadcastSender.nudgeAfterCommit());
        return id;
    }

    private void save(Map<String, String> fields) {
        owner.post(workspace.path("/settings/sending/way"), fields);
    }

    private Document page(String query) {
        return Jsoup.parse(
                owner.get(workspace.path("/settings/sending/way" + query)).body());
    }

    private static JsonNode body(Asked asked) {
        return JSON.readTree(asked.body());
    }

    private String letter() {
        return jdbc.sql("select state || ' ' || coalesce(refusal, '') from messages where workspace_id = ?")
                .param(workspace.id().value())
                .query(String.class)
                .single();
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
}
