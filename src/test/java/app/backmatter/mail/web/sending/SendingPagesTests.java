package app.backmatter.mail.web.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.accounts.Role;
import app.backmatter.mail.Outbox;
import app.backmatter.mail.broadcast.BroadcastSender;
import app.backmatter.mail.broadcast.Paces;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.Browser;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestWorkspace;
import java.util.HashMap;
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
class SendingPagesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    BroadcastSender broadcastSender;

    @Autowired
    Paces paces;

    @Autowired
    Outbox outbox;

    @Autowired
    JavaMailSenderImpl mail;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestWorkspace workspace;
    Browser owner;

    @BeforeEach
    void signIn() {
        workspace = accounts.workspace();
        owner = Browser.on(port).withCookie(workspace.owner().cookie());
    }

    @AfterEach
    void pause() {
        jdbc.sql("update broadcasts set state = 'PAUSED' where state = 'SENDING'")
                .update();
    }

    @Test
    void theListAndReceiptsEachHaveASenderOfTheirOwn() {
        save(Map.of(
                "listName", "Ada’s letters",
                "listAddress", "Letters@example.org",
                "listReplyTo", "ada@example.org",
                "serviceAddress", "receipts@example.org"));
        assertThat(page().select("#listAddress").val()).isEqualTo("letters@example.org");

        var mails = sent();
        assertThat(mails.get(0))
                .contains("From: Ada Quill", "<receipts@example.org>")
                .doesNotContain("Reply-To");
        assertThat(mails.get(1))
                .contains("<letters@example.org>", "Reply-To: ada@example.org")
                .contains("From: =?UTF-8?")
                .doesNotContain("receipts@example.org");
    }

    @Test
    void withoutAChoiceBothAreTheWorkspaces() {
        assertThat(sent())
                .allMatch(message ->
                        message.contains("<" + workspace.owner().email().value() + ">"));
    }

    @Test
    void saysWhatIsWrongAndLosesNothing() {
        save(Map.of(
                "listAddress", "ada(at)example.org", "serviceReplyTo", "a@b", "perSecond", "0", "connections", "11"));

        assertThat(owner.status()).isEqualTo(422);
        var page = Jsoup.parse(owner.body());
        assertThat(page.select("#listAddress-notes .field-error").text()).contains("no e-mail address");
        assertThat(page.select("#serviceReplyTo-notes .field-error")).isNotEmpty();
        assertThat(page.select("#perSecond-notes .field-error").text()).contains("from 1 to");
        assertThat(page.select("#connections-notes .field-error").text()).contains("from 1 to 10");
        assertThat(page.select("#listAddress").val()).isEqualTo("ada(at)example.org");
        assertThat(page.select("#connections").val()).isEqualTo("11");

        save(Map.of("listName", "Ada\r\nBcc: all@example.com", "listReplyTo", "a@example.org\r\nX: y"));
        assertThat(owner.status()).isEqualTo(422);
        save(Map.of("listName", "Ada\r\nBcc: all@example.com"));
        assertThat(sent().get(1)).doesNotContain("\r\nBcc:");
    }

    @Test
    void paceIsTheOwnersWithinTheInstallations() {
        save(Map.of("perSecond", "20", "connections", "3"));
        assertThat(page().select("#perSecond").val()).isEqualTo("20");
        assertThat(paces.chosen(workspace.id())).isEqualTo(new Paces.Choice(3, 20));

        save(Map.of());
        assertThat(paces.chosen(workspace.id())).isEqualTo(Paces.Choice.NONE);
    }

    @Test
    void isForOwners() {
        var editor = Browser.on(port)
                .withCookie(accounts.member(workspace, Role.EDITOR).cookie());
        var path = workspace.path("/settings/sending");
        assertThat(editor.get(path).status()).isEqualTo(403);
        assertThat(editor.post(path, Map.of()).status()).isEqualTo(403);
    }

    private void save(Map<String, String> fields) {
        owner.post(workspace.path("/settings/sending"), new HashMap<>(fields));
    }

    private Document page() {
        return Jsoup.parse(owner.get(workspace.path("/settings/sending")).body());
    }

    /** A letter, then a broadcast to one reader. */
    private List<String> sent() {
        broadcasts.subscribers(workspace, 1);
        try (var sink = SmtpSink.keeping();
                var server = new MailServerSwitch(mail, sink.port())) {
            outbox.queue(List.of(TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of())));
            await().until(() -> sink.messages() == 1);
            broadcasts.started(workspace);
            transaction.executeWithoutResult(status -> broadcastSender.nudgeAfterCommit());
            await().until(() -> sink.messages() == 2);
            return List.copyOf(sink.kept());
        }
    }
}
