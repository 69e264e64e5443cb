package app.backmatter.mail.web.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.accounts.Role;
import app.backmatter.mail.Outbox;
import app.backmatter.mail.broadcast.BroadcastSender;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.Browser;
import app.backmatter.support.DkimVerifier;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TestDns;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

@BackmatterTest
class DomainPagesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    BroadcastSender broadcastSender;

    @Autowired
    Outbox outbox;

    @Autowired
    JavaMailSenderImpl mail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    TestWorkspace workspace;
    Browser owner;
    String domain;

    @BeforeEach
    void signIn() {
        workspace = accounts.workspace();
        owner = Browser.on(port).withCookie(workspace.owner().cookie());
        domain = workspace.slug() + ".example.org";
        owner.post(
                workspace.path("/settings"),
                Map.of(
                        "name", "Ada Quill",
                        "senderName", "Ada Quill",
                        "senderAddress", "ada@" + domain,
                        "postalAddress", "1 Street, Town",
                        "currency", "USD",
                        "timeZone", "UTC",
                        "locale", "en-US"));
    }

    @AfterEach
    void close() {
        jdbc.sql("update broadcasts set state = 'PAUSED' where state = 'SENDING'")
                .update();
        clock.reset();
    }

    @Test
    void showsWhatToPublishAndSaysWhatDnsHas() {
        make(domain);
        var card = page().selectFirst("article.card");
        assertThat(card.text()).contains(domain, "New", "TXT");
        var name = card.select("dd.muted code").text();
        var value = card.select("code[id^=value-]").text();
        var strings = card.select("code[id^=strings-]").text();
        assertThat(name).matches("bm[a-z0-9]{8}\\._domainkey\\." + domain.replace(".", "\\."));
        assertThat(value).startsWith("v=DKIM1; k=rsa; p=MII").hasSizeGreaterThan(400);
        assertThat(strings.split("\" \"")).hasSize(2);
        assertThat(strings.replace("\" \"", "")).isEqualTo("\"" + value + "\"");

        assertThat(check()).contains("Not published", "SPF: " + domain + " does not say", "_dmarc." + domain);

        TestDns.publish(name, value.substring(0, 255));
        TestDns.publish(domain, "v=spf1 include:example.net ~all");
        TestDns.publish("_dmarc." + domain, "v=DMARC1; p=none");
        assertThat(check()).contains("Published wrong", "SPF: v=spf1 include:example.net ~all", "DMARC: v=DMARC1");

        TestDns.publish(name);
        assertThat(check()).contains("DNS did not answer", "Published wrong");

        TestDns.publish(name, value.substring(0, 255), value.substring(255));
        assertThat(check()).contains("Published since").doesNotContain("wrong");
    }

    @Test
    void signsLettersAndBroadcastsOnceDnsHasTheKey() {
        broadcasts.subscribers(workspace, 2);
        make(domain);
        try (var sink = SmtpSink.keeping();
                var server = new MailServerSwitch(mail, sink.port())) {
            assertThat(signatures(sink)).allMatch(Map::isEmpty);
        }
        publish();
        check();
        try (var sink = SmtpSink.keeping();
                var server = new MailServerSwitch(mail, sink.port())) {
            assertThat(signatures(sink))
                    .allSatisfy(signature ->
                            assertThat(signature).containsEntry("d", domain).containsKey("b"));
            assertThat(sink.kept())
                    .allSatisfy(message -> assertThat(fault(message)).isEmpty());
            assertThat(sink.kept())
                    .filteredOn(message -> message.contains("List-Unsubscribe"))
                    .hasSize(2)
                    .allMatch(
                            message -> DkimVerifier.signature(message).get("h").contains("List-Unsubscribe-Post"));
        }
        jdbc.sql("update dkim_keys set domain = 'elsewhere.' || domain where workspace_id = ?")
                .param(workspace.id().value())
                .update();
        check();
        try (var sink = SmtpSink.keeping();
                var server = new MailServerSwitch(mail, sink.port())) {
            assertThat(signatures(sink)).allMatch(Map::isEmpty);
        }
    }

    @Test
    void theNextKeyTakesOverOnceDnsHasIt() {
        make(domain);
        publish();
        check();
        var first = page().selectFirst("article.card").attr("aria-label");
        make(domain);
        assertThat(page().select("article.card .badge").eachText()).containsExactly("New", "Published");
        make(domain);
        assertThat(owner.status()).isEqualTo(422);
        assertThat(Jsoup.parse(owner.body())
                        .select("#domain-notes .field-error")
                        .text())
                .contains("two keys");
        assertThat(Jsoup.parse(owner.body()).select("#domain").val()).isEqualTo(domain);

        publish();
        check();

        assertThat(page().select("article.card .badge").eachText()).containsExactly("Published", "Replaced");
        assertThat(page().select("article.card").get(1).attr("aria-label")).isEqualTo(first);
        assertThat(keys()).containsExactly(true, false);
    }

    @Test
    void signsBeforeThatForWhoInsistsAndNoLongerForWhoDeletes() {
        broadcasts.subscribers(workspace, 2);
        make(domain);
        owner.post(action("insistence"), Map.of());
        assertThat(Jsoup.parse(owner.follow().body()).text()).contains("are signed now", "signed with it all the same");
        publish();
        try (var sink = SmtpSink.keeping();
                var server = new MailServerSwitch(mail, sink.port())) {
            assertThat(signatures(sink)).noneMatch(Map::isEmpty);
        }
        var deletion = page().selectFirst("article.card a[href$=/deletion]").attr("href");
        assertThat(owner.get(deletion).body()).contains("are not signed any more");
        owner.post(deletion, Map.of());
        try (var sink = SmtpSink.keeping();
                var server = new MailServerSwitch(mail, sink.port())) {
            assertThat(signatures(sink)).allMatch(Map::isEmpty);
        }
    }

    @Test
    void keepsThePrivateKeySealedAndItsPageForOwners() {
        make(domain);
        var row = jdbc.sql("select private_key, public_key from dkim_keys where workspace_id = ?")
                .param(workspace.id().value())
                .query()
                .singleRow();
        assertThat(row.get("private_key").toString()).hasSizeGreaterThan(1_600).doesNotStartWith("MII");

        make("not a domain");
        assertThat(owner.status()).isEqualTo(422);
        assertThat(Jsoup.parse(owner.body()).select("#domain").val()).isEqualTo("not a domain");

        var editor = Browser.on(port)
                .withCookie(accounts.member(workspace, Role.EDITOR).cookie());
        assertThat(editor.get(address()).status()).isEqualTo(403);
        assertThat(editor.post(action("check"), Map.of()).status()).isEqualTo(403);
    }

    /** Of a letter and a broadcast to two readers that leave now. */
    private List<Map<String, String>> signatures(SmtpSink sink) {
        outbox.queue(
                List.of(TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of("subject", "Größe"))));
        broadcasts.started(workspace);
        transaction.executeWithoutResult(status -> broadcastSender.nudgeAfterCommit());
        await().until(() -> sink.messages() == 3);
        return sink.kept().stream().map(DkimVerifier::signature).toList();
    }

    private static String fault(String message) {
        return DkimVerifier.fault(message, TestDns::text);
    }

    private void make(String name) {
        owner.post(address(), Map.of("domain", name));
    }

    /** The newest key's record. */
    private void publish() {
        var card = page().selectFirst("article.card");
        var value = card.select("code[id^=value-]").text();
        TestDns.publish(card.select("dd.muted code").text(), value.substring(0, 200), value.substring(200));
    }

    private String check() {
        owner.post(action("check"), Map.of());
        return Jsoup.parse(owner.follow().body()).select("article.card").first().text();
    }

    private String action(String name) {
        return page().selectFirst("article.card form[action$=" + name + "]").attr("action");
    }

    private List<Boolean> keys() {
        return jdbc.sql("select private_key <> '' from dkim_keys where workspace_id = ? order by made_at desc")
                .param(workspace.id().value())
                .query(Boolean.class)
                .list();
    }

    private Document page() {
        return Jsoup.parse(owner.get(address()).body());
    }

    private String address() {
        return workspace.path("/settings/sending/domains");
    }
}
