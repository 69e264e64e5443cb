package app.backmatter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.accounts.AccountMailRequested;
import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.SignUpMother;
import app.backmatter.shared.EmailAddress;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpDoor;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestWorkspace;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/** What a real mail server gets to see. */
@BackmatterTest
class SmtpTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Outbox outbox;

    @Autowired
    Audience audience;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @LocalServerPort
    int port;

    TestWorkspace workspace;
    final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void open() {
        workspace = fixtures.workspace();
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
        clock.reset();
    }

    @Test
    void sendsPlainTextAndHtmlInTheAuthorsName() throws Exception {
        var mail = receive(TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of("subject", "Grüße")));

        assertThat(mail.getSubject()).isEqualTo("Grüße");
        assertThat(mail.getFrom()[0].toString()).contains("Ada Quill");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        awaitState("ana@example.com", "SENT");
    }

    @Test
    void marketingCarriesTheOneClickHeaders() throws Exception {
        var mail = receive(TestLetter.to(workspace.id(), subscriber(), "ana@example.com", true, Map.of()));

        assertThat(mail.getHeader("List-Unsubscribe")[0]).matches("<http://[^<>]+/unsubscribe/[A-Za-z0-9_-]{43}>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void noLineBreakEntersAHeader() throws Exception {
        jdbc.sql("update workspaces set sender_name = ? where id = ?")
                .params("Ada\r\nBcc: sender@example.com", workspace.id().value())
                .update();
        var mail = receive(TestLetter.to(
                workspace.id(),
                null,
                "ana@example.com",
                false,
                Map.of("subject", "Hello\r\nBcc: everybody@example.com\n\nBody\u2028X: y\u0085Z: z")));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X")).isNull();
        assertThat(mail.getSubject()).startsWith("Hello Bcc: everybody@example.com Body");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void noLineBreakEntersTheHeaderOfAnInvitation() throws Exception {
        var invitation = new AccountMailRequested(
                AccountMailRequested.Kind.INVITATION,
                new EmailAddress("ben@example.com"),
                "/invitations/" + workspace.id(),
                "Ada\r\nBcc: everybody@example.com\n\nBody\u2028X: y");
        var mail = receiveAfter(() -> transaction.executeWithoutResult(status -> events.publishEvent(invitation)));

        assertThat(mail.getSubject()).isEqualTo("You are invited to Ada Bcc: everybody@example.com Body X: y");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ben@example.com");
    }

    @Test
    void aResetGoesToTheAccountAlone() throws Exception {
        var account = workspace.owner().email().value();
        var visitor = Browser.on(port);
        for (var forged : List.of(account + "\r\nBcc: x@example.com", account + ",x@example.com", account + "\nX: y")) {
            visitor.post("/password-reset", Map.of("email", forged));
            assertThat(visitor.status()).as(forged).isEqualTo(422);
        }
        var mail = receiveAfter(() -> visitor.post("/password-reset", Map.of("email", account)));

        assertThat(mail.getSubject()).isEqualTo("Choose a new password");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(account);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages())
                .noneMatch(sent -> GreenMailUtil.getWholeMessage(sent).contains("x@example.com"));
    }

    @Test
    void oneRefusedAddressTouchesThatOneAlone() {
        try (var door = new SmtpDoor();
                var on = new MailServerSwitch(sender, door.port())) {
            outbox.queue(List.of(letter("ana@example.com"), letter("refused@example.com"), letter("ben@example.com")));

            awaitState("ana@example.com", "SENT");
            awaitState("ben@example.com", "SENT");
            awaitState("refused@example.com", "FAILED");
            assertThat(refusal("refused@example.com")).contains("554");
            assertThat(door.accepted()).containsExactlyInAnyOrder("ana@example.com", "ben@example.com");
        }
    }

    @Test
    void aBusyServerIsTriedAgainLater() {
        try (var door = new SmtpDoor();
                var on = new MailServerSwitch(sender, door.port())) {
            outbox.queue(List.of(letter("busy@example.com")));
            await().until(() -> refusal("busy@example.com").contains("451"));
            awaitState("busy@example.com", "QUEUED");
        }
        try (var on = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            clock.advance(Duration.ofMinutes(2));
            awaitState("busy@example.com", "SENT");
        }
    }

    @Test
    void waitingForItsMomentUsesUpNoTry() {
        var fields = Map.of("waits", "2", "subject", workspace.slug());
        try (var door = new SmtpDoor();
                var on = new MailServerSwitch(sender, door.port())) {
            outbox.queue(List.of(TestLetter.to(workspace.id(), null, "busy@example.com", false, fields)));
            await().until(() -> refusal("busy@example.com").contains("451"));
            awaitState("busy@example.com", "QUEUED");
        }
        try (var on = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            clock.advance(Duration.ofSeconds(90));
            awaitState("busy@example.com", "SENT");
        }
    }

    @Test
    void aServerThatIsAwayLosesNothing() {
        try (var on = new MailServerSwitch(sender, 1)) {
            outbox.queue(List.of(letter("absent@example.com")));
            await().until(() -> !refusal("absent@example.com").isEmpty());
        }
        try (var on = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            clock.advance(Duration.ofMinutes(2));
            awaitState("absent@example.com", "SENT");
        }
        assertThat(server.getReceivedMessages())
                .filteredOn(mail -> GreenMailUtil.getWholeMessage(mail).contains("absent@example.com"))
                .hasSize(1);
    }

    @Test
    void whatANodeDroppedOnTheWireIsSentAgainUnderTheSameId() throws Exception {
        try (var on = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            outbox.queue(List.of(letter("dropped@example.com")));
            awaitState("dropped@example.com", "SENT");
            jdbc.sql("update messages set state = 'SENDING', left_at = null where workspace_id = ?")
                    .param(workspace.id().value())
                    .update();
            clock.advance(Duration.ofMinutes(3));
            awaitState("dropped@example.com", "SENT");
        }
        var mails = Stream.of(server.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getWholeMessage(mail).contains("dropped@example.com"))
                .toList();
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().getMessageID()).isEqualTo(mails.getLast().getMessageID());
    }

    private MimeMessage receive(Letter letter) {
        return receiveAfter(() -> outbox.queue(List.of(letter)));
    }

    private MimeMessage receiveAfter(Runnable asking) {
        try (var on = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            asking.run();
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        }
        assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
                .isNotEmpty();
        return server.getReceivedMessages()[0];
    }

    private Letter letter(String to) {
        return TestLetter.to(workspace.id(), null, to, false, Map.of());
    }

    private ContactId subscriber() {
        var signUp = SignUpMother.ana(workspace.id(), Instant.now()).singleOptIn();
        return audience.signUp(List.of(signUp.build())).getFirst().contact();
    }

    private void awaitState(String address, String state) {
        await().untilAsserted(() -> assertThat(column("state", address)).isEqualTo(state));
    }

    private String refusal(String address) {
        return column("coalesce(refusal, '')", address);
    }

    private String column(String column, String address) {
        return jdbc.sql("select " + column + " from messages where workspace_id = ? and recipient = ?")
                .params(workspace.id().value(), address)
                .query((row, n) -> row.getString(1))
                .single();
    }
}
