package app.backmatter.mail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Audience;
import app.backmatter.audience.SignUpMother;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Outbox;
import app.backmatter.mail.way.OwnWays;
import app.backmatter.mail.way.WayKind;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestMailServices;
import app.backmatter.support.TestMailServices.Said;
import app.backmatter.support.TestWorkspace;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What services call about, shaped as they document it. */
@BackmatterTest
class MailCallsTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    AccountFixtures accounts;

    @Autowired
    Audience audience;

    @Autowired
    OwnWays ways;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestWorkspace workspace;

    @BeforeEach
    void open() {
        TestMailServices.say(asked -> Said.YES);
        workspace = accounts.workspace();
    }

    @Test
    void postmarksBouncesAndComplaintsAreKeptOnce() {
        var address = choose(WayKind.POSTMARK, "");
        var mail = sentTo("ana@example.com");
        var bounce = """
            {"RecordType": "Bounce", "ID": 42, "Type": "HardBounce", "TypeCode": 1, "MessageID": "883953f4",
             "Metadata": {"message": "%s"}, "Details": "smtp;550 5.1.1 no such user", "Email": "ana@example.com",
             "BouncedAt": "2026-11-20T16:33:54.9070259Z", "Inactive": true}\
            """.formatted(mail);
        for (int i = 0; i < 5; i++) {
            assertThat(call(address, bounce)).isEqualTo(200);
        }
        call(
                address,
                "{\"RecordType\": \"SpamComplaint\", \"ID\": 43, \"Type\": \"SpamComplaint\", \"Metadata\": {\"message\": \"%s\"},"
                                .formatted(sentTo("bea@example.com"))
                        + "\"Email\": \"bea@example.com\", \"BouncedAt\": \"2026-11-20T16:33:54Z\"}");
        call(address, "{\"RecordType\": \"Open\", \"Recipient\": \"ana@example.com\"}");

        assertThat(reports())
                .containsExactly("HARD_BOUNCE ana@example.com postmark", "COMPLAINT bea@example.com postmark");
    }

    @Test
    void aWrongSecretIsNothingThere() {
        var address = choose(WayKind.POSTMARK, "");
        audience.signUp(List.of(
                SignUpMother.ana(workspace.id(), Instant.now()).singleOptIn().build()));
        var bounce =
                "{\"RecordType\": \"Bounce\", \"ID\": 1, \"Type\": \"HardBounce\", \"Email\": \"ana@example.com\"}";

        assertThat(call(address.substring(0, address.length() - 1), bounce)).isEqualTo(404);
        assertThat(call(address.replaceAll("/[^/]*$", "/AAAAAAAAAAAAAAAAAAAAAA"), bounce))
                .isEqualTo(404);
        assertThat(call(address, "not json")).isEqualTo(400);
        assertThat(call(address, "[]")).isEqualTo(200);
        assertThat(reports()).isEmpty();
        WorkspaceScope.run(workspace.id(), ways::leave);
        assertThat(call(address, bounce)).as("about mails that left before").isEqualTo(200);
        assertThat(reports()).hasSize(1);
    }

    @Test
    void mailgunSignsWhatItTells() throws Exception {
        var address = choose(WayKind.MAILGUN, "signing-key");
        var mail = sentTo("ana@example.com");
        var now = Instant.now();
        var failed = mailgun(mail, "e1", "failed", "\"severity\": \"permanent\", \"reason\": \"bounce\",");

        assertThat(call(address, signed(failed, now, "other-key"))).isEqualTo(400);
        assertThat(call(address, signed(failed, now.minusSeconds(36_000), "signing-key")))
                .isEqualTo(400);
        assertThat(call(address, signed(failed, now.plusSeconds(3_600), "signing-key")))
                .isEqualTo(400);
        assertThat(call(address, "{\"event-data\": " + failed + "}")).isEqualTo(400);
        assertThat(reports()).isEmpty();

        assertThat(call(address, signed(failed, now, "signing-key"))).isEqualTo(200);
        assertThat(call(address, signed(failed, now, "signing-key"))).isEqualTo(200);
        call(address, signed(mailgun(mail, "e2", "failed", "\"severity\": \"temporary\","), now, "signing-key"));
        call(address, signed(mailgun(mail, "e3", "complained", ""), now, "signing-key"));
        call(address, signed(mailgun(mail, "e4", "opened", ""), now, "signing-key"));
        assertThat(reports())
                .containsExactly("HARD_BOUNCE ana@example.com mailgun", "COMPLAINT ana@example.com mailgun");
    }

    @Test
    void amazonIsKnownByItsCertificate(@TempDir Path folder) throws Exception {
        var keys = keys(folder);
        var certificate = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate("sns").getEncoded());
        TestMailServices.say(asked -> Said.of(
                200,
                asked.path().endsWith(".pem")
                        ? "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n"
                        : "confirmed"));
        var key = (PrivateKey) keys.getKey("sns", "secret6".toCharArray());
        var address = choose(WayKind.SES, "");
        var mail = sentTo("ana@example.com");

        var confirmation = sns("SubscriptionConfirmation", "You have chosen to subscribe");
        confirmation.put("Token", "t");
        confirmation.put("SubscribeURL", TestMailServices.address() + "/?Action=ConfirmSubscription");
        assertThat(call(address, sign(confirmation, key, "1"))).isEqualTo(200);
        assertThat(TestMailServices.asked()).anyMatch(asked -> asked.path().contains("ConfirmSubscription"));
        confirmation.put("SubscribeURL", "http://169.254.169.254/latest");
        assertThat(call(address, sign(confirmation, key, "1"))).isEqualTo(503);

        var bounce = """
            {"eventType": "Bounce", "mail": {"messageId": "0100", "tags": {"message": ["%s"]}},
             "bounce": {"bounceType": "Permanent", "bounceSubType": "General", "feedbackId": "f1",
              "timestamp": "2026-11-20T16:33:54.000Z", "bouncedRecipients": [{"emailAddress": "ana@example.com",
              "action": "failed", "status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 user unknown"}]}}\
            """.formatted(mail);
        var call = sns("Notification", bounce);
        for (var version : List.of("1", "2", "2")) {
            assertThat(call(address, sign(call, key, version))).isEqualTo(200);
        }
        assertThat(reports()).containsExactly("HARD_BOUNCE ana@example.com ses");

        var altered = JSON.readValue(sign(sns("Notification", bounce.replace("f1", "f2")), key, "2"), Map.class);
        altered.put("Message", bounce.replace("f1", "f3"));
        assertThat(call(address, JSON.writeValueAsString(altered))).isEqualTo(400);
        for (var elsewhere : List.of(
                "https://sns.us-east-1.amazonaws.com.example.org/c.pem",
                "https://example.org/sns.us-east-1.amazonaws.com/c.pem",
                "https://sns.us-east-1.amazonaws.com@example.org/c.pem",
                "http://sns.us-east-1.amazonaws.com/c.pem",
                TestMailServices.address() + "/c.txt")) {
            call.put("SigningCertURL", elsewhere);
            assertThat(call(address, sign(call, key, "2"))).as(elsewhere).isEqualTo(400);
        }
        assertThat(reports()).hasSize(1);
    }

    /** @return where the service calls */
    private String choose(WayKind kind, String callKey) {
        return WorkspaceScope.call(workspace.id(), () -> {
            ways.choose(kind, Map.of(), "key", callKey);
            var way = ways.of(workspace.id()).orElseThrow();
            return "/webhooks/mail/" + way.id() + "/" + way.callToken();
        });
    }

    private String sentTo(String address) {
        outbox.queue(List.of(TestLetter.to(workspace.id(), null, address, false, Map.of())));
        jdbc.sql("update messages set state = 'SENT', left_at = now(), subject = 'x', html = '', plain = ''"
                        + " where workspace_id = ?")
                .param(workspace.id().value())
                .update();
        await().until(() -> jdbc.sql("select count(*) = 0 from messages where workspace_id = ? and state <> 'SENT'")
                .param(workspace.id().value())
                .query(Boolean.class)
                .single());
        return jdbc.sql("select id::text from messages where workspace_id = ? and recipient = ?")
                .params(workspace.id().value(), address)
                .query(String.class)
                .single();
    }

    private static String mailgun(String mail, String id, String event, String more) {
        return """
            {"id": "%s", "event": "%s", %s "timestamp": 1795000000.123, "recipient": "ana@example.com",
             "delivery-status": {"code": 550, "message": "5.1.1 The email account that you tried to reach does not exist"},
             "message": {"headers": {"message-id": "%s@localhost"}}}\
            """.formatted(id, event, more, mail);
    }

    private static String signed(String told, Instant at, String key) throws Exception {
        var timestamp = String.valueOf(at.getEpochSecond());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = HexFormat.of().formatHex(mac.doFinal((timestamp + "token50").getBytes(StandardCharsets.UTF_8)));
        return "{\"signature\": {\"timestamp\": \"%s\", \"token\": \"token50\", \"signature\": \"%s\"}, \"event-data\": %s}"
                .formatted(timestamp, signature, told);
    }

    private static Map<String, String> sns(String type, String message) {
        return new LinkedHashMap<>(Map.of(
                "Type",
                type,
                "MessageId",
                "m1",
                "TopicArn",
                "arn:aws:sns:us-east-1:1:bounces",
                "Message",
                message,
                "Timestamp",
                "2026-11-20T16:33:54.000Z",
                "SigningCertURL",
                TestMailServices.address() + "/SimpleNotificationService-1.pem"));
    }

    private static String sign(Map<String, String> message, PrivateKey key, String version) throws Exception {
        var names = message.get("Type").equals("Notification")
                ? List.of("Message", "MessageId", "Timestamp", "TopicArn", "Type")
                : List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
        var text = new StringBuilder();
        names.forEach(
                name -> text.append(name).append("\n").append(message.get(name)).append("\n"));
        var signature = Signature.getInstance(version.equals("2") ? "SHA256withRSA" : "SHA1withRSA");
        signature.initSign(key);
        signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
        var signed = new LinkedHashMap<>(message);
        signed.put("SignatureVersion", version);
        signed.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        return JSON.writeValueAsString(signed);
    }

    private static KeyStore keys(Path folder) throws Exception {
        var file = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sns",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=sns",
                        "-validity",
                        "3650",
                        "-startdate",
                        "-10d",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret6",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "secret6".toCharArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }

    private int call(String address, String body) {
        return Browser.on(port)
                .post(address, BodyPublishers.ofString(body), "application/json")
                .status();
    }

    private List<String> reports() {
        return jdbc.sql("select kind || ' ' || recipient || ' ' || source from mail_reports where workspace_id = ?"
                        + " order by id")
                .param(workspace.id().value())
                .query(String.class)
                .list();
    }
}
