package app.backmatter.mail.bounce.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.ContactId;
import app.backmatter.mail.MessageId;
import app.backmatter.mail.bounce.ReturnPath;
import app.backmatter.mail.transport.Trouble;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.SmtpSink.Act;
import app.backmatter.support.SmtpSink.Moment;
import app.backmatter.support.TestWorkspace;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Mails that come back to a real mailbox. */
@BackmatterTest
@Timeout(120)
class BounceMailboxTests {
    private static final String USER = "ada@example.org";
    private static final String PASSWORD = "between the lines";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    ReadMailboxes mailboxes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSenderImpl smtp;

    @Autowired
    MockMvc mvc;

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    GreenMailUser user;
    TestWorkspace workspace;
    ContactId reader;

    @BeforeEach
    void open() throws Exception {
        server.start();
        user = server.setUser(USER, PASSWORD);
        workspace = accounts.workspace();
        broadcasts.subscribers(workspace, 1);
        reader = new ContactId(jdbc.sql("select id from contacts where workspace_id = ?")
                .param(workspace.id().value())
                .query(UUID.class)
                .single());
        assertThat(save(PASSWORD).getStatus()).isEqualTo(302);
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void readsDeliveryReportsInTheShapesThatTheyCome() throws Exception {
        var one = mail();
        deliver(BounceMails.postfix(
                "a1", one, "delayed", "4.4.1", "connect to mail.reader1.example.com: Connection timed out"));
        deliver(BounceMails.exchange("a2", mail()));
        deliver(BounceMails.gmail("a3", mail()));
        deliver(BounceMails.postfix("a4", mail(), "failed", "5.2.2", "552 5.2.2 Mailbox full"));
        deliver(BounceMails.postfix("a5", mail(), "failed", "5.0.0", "550 5.7.1 Message rejected as spam"));
        deliver(BounceMails.inWords("a6", mail(), "MAILER-DAEMON@mail.example.net", "550 5.1.1 no such user"));
        deliver(BounceMails.complaint("a7", mail(), "abuse"));

        mailboxes.read(workspace.id());

        assertThat(reports())
                .containsExactly(
                        "SOFT_BOUNCE 4.4.1",
                        "HARD_BOUNCE 5.1.10",
                        "HARD_BOUNCE 5.1.1",
                        "SOFT_BOUNCE 5.2.2",
                        "BLOCKED 5.7.1",
                        "HARD_BOUNCE 5.1.1",
                        "COMPLAINT ");
        assertThat(unread()).isEmpty();
        assertThat(jdbc.sql("select status || ' ' || suppressed from contacts where id = ?")
                        .param(reader.value())
                        .query(String.class)
                        .single())
                .isEqualTo("UNSUBSCRIBED COMPLAINT");
    }

    @Test
    void knowsMailsByTheAddressThatTheyWereReturnedTo() throws Exception {
        assertThat(save(PASSWORD, "no address").getStatus()).isEqualTo(422);
        assertThat(save(PASSWORD, "bounces@example.org").getStatus()).isEqualTo(302);
        var sink = SmtpSink.keeping();
        var senders = ConcurrentHashMap.<String>newKeySet();
        sink.in((moment, address) -> {
            senders.add(moment + " " + address);
            return Act.GO_ON;
        });
        var broadcast = broadcasts.started(workspace);
        try (var open = new MailServerSwitch(smtp, sink.port())) {
            await().until(() -> sink.messages() == 1);
        } finally {
            sink.close();
        }
        var message = new MessageId(jdbc.sql("select id from broadcast_messages where broadcast_id = ?")
                .param(broadcast)
                .query(UUID.class)
                .single());
        var returns = new ReturnPath("ada@example.org", "bounces@example.org").of(message.value());
        assertThat(returns).matches("bounces\\+[0-9a-f]{32}@example.org");
        assertThat(senders).contains(Moment.SENDER + " " + returns);

        deliver(BounceMails.bare("d1", returns.toUpperCase(Locale.ROOT)));
        deliver(BounceMails.bare("d2", "bounces@example.org"));
        mailboxes.read(workspace.id());

        assertThat(reports()).containsExactly("HARD_BOUNCE 5.1.1");
        assertThat(unread()).hasSize(1);
    }

    @Test
    void leavesAllOtherMailUnreadAndUntouched() throws Exception {
        var theirs = new MessageId(broadcasts.sent(otherWorkspace(), otherReader()));
        deliver("From: ben@example.com\n"
                + "To: ada@example.org\n"
                + "Subject: 5.1.1 hello\n"
                + "Message-ID: <b1@example.com>\n\n"
                + "Hi Ada.\n");
        deliver(BounceMails.gmail("b2", MessageId.next()));
        deliver(BounceMails.gmail("b3", theirs));
        deliver(BounceMails.complaint("b4", mail(), "not-spam"));
        deliver(BounceMails.inWords("b5", mail(), "ben@example.com", "550 5.1.1 no such user"));
        deliver(BounceMails.inWords("b6", mail(), "MAILER-DAEMON@mail.example.net", "I have no idea"));
        deliver("Content-Type: multipart/report; report-type=delivery-status; boundary=x\n"
                + "Message-ID: <b7@example.com>\n\n"
                + "--x\n"
                + "Content-Type: message/delivery-status\n\n"
                + "garbage\0\1\n\n"
                + "--x\n"
                + "Content-Type: message/rfc822\n\n");

        mailboxes.read(workspace.id());

        assertThat(reports()).isEmpty();
        assertThat(unread()).hasSize(7);
        assertThat(problem()).isEmpty();
    }

    @Test
    void goesOnWhereItWasAndTakesEachReportOnce() throws Exception {
        deliver(BounceMails.postfix("c1", mail(), "failed", "4.4.7", "delivery expired"));
        mailboxes.read(workspace.id());
        mailboxes.read(workspace.id());
        assertThat(reports()).hasSize(1);
        long first = lastUid();

        var again = mail();
        deliver(BounceMails.postfix("c2", again, "failed", "4.4.7", "delivery expired"));
        mailboxes.read(workspace.id());
        assertThat(reports()).hasSize(2);
        assertThat(lastUid()).isGreaterThan(first);

        // as after a move to another server, where all mails are new
        jdbc.sql("update bounce_mailboxes set uid_validity = 1 where workspace_id = ?")
                .param(workspace.id().value())
                .update();
        mailboxes.read(workspace.id());
        assertThat(reports()).hasSize(2);
        assertThat(page()).contains("2 reports came from it so far");
    }

    @Test
    void aMailboxThatDoesNotOpenIsNotKeptAndOneThatClosesIsTold() throws Exception {
        var refused = save("wrong");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("It does not open: ")
                .doesNotContain("wrong", PASSWORD, "marked below");
        assertThat(save("").getStatus()).as("with the password that is known").isEqualTo(302);
        assertThat(jdbc.sql("select password from bounce_mailboxes where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain(PASSWORD);

        server.stop();
        mailboxes.read(workspace.id());
        assertThat(problem()).isNotEmpty();
        assertThat(page()).contains("It could not be read.", "No server answers there");
    }

    @Test
    void isTriedTwentyTimesInAnHour() throws Exception {
        for (int times = 2; times <= 20; times++) {
            assertThat(save("wrong").getContentAsString()).contains("It does not open");
        }
        assertThat(save(PASSWORD).getContentAsString())
                .contains("Try again later")
                .doesNotContain("It does not open");
    }

    @Test
    void addressesOfTheHouseAreRefusedUnlessItsAdminAllowsThem() {
        var access = new MailboxAccess(
                "127.0.0.1", server.getImap().getPort(), MailboxSecurity.STARTTLS, USER, PASSWORD, "INBOX", "");
        var careful = new ReadMailboxes(null, new OpenMailbox(new MailboxSettings(false)), null);

        assertThat(careful.tryOut(access))
                .get()
                .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.INSIDE))
                .extracting(Trouble::words)
                .asString()
                .contains("This address is not outside");
    }

    private MessageId mail() {
        return new MessageId(broadcasts.sent(workspace, reader));
    }

    private TestWorkspace other;

    private TestWorkspace otherWorkspace() {
        other = accounts.workspace();
        broadcasts.subscribers(other, 1);
        return other;
    }

    private ContactId otherReader() {
        return new ContactId(jdbc.sql("select id from contacts where workspace_id = ?")
                .param(other.id().value())
                .query(UUID.class)
                .single());
    }

    private void deliver(String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private List<String> unread() throws Exception {
        var unread = new ArrayList<String>();
        for (var stored :
                server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
            if (!stored.isSet(Flags.Flag.SEEN)) {
                unread.add(stored.getMimeMessage().getSubject());
            }
        }
        return unread;
    }

    private List<String> reports() {
        return jdbc.sql("select kind || ' ' || status from mail_reports where workspace_id = ? order by id")
                .param(workspace.id().value())
                .query(String.class)
                .list();
    }

    private String problem() {
        return jdbc.sql("select problem from bounce_mailboxes where workspace_id = ?")
                .param(workspace.id().value())
                .query(String.class)
                .single();
    }

    private long lastUid() {
        return jdbc.sql("select last_uid from bounce_mailboxes where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    private String page() throws Exception {
        return mvc.perform(get(workspace.path("/settings/sending/bounces"))
                        .with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse save(String password) throws Exception {
        return save(password, "");
    }

    private MockHttpServletResponse save(String password, String returnAddress) throws Exception {
        return mvc.perform(post(workspace.path("/settings/sending/bounces"))
                        .param("host", "127.0.0.1")
                        .param("port", String.valueOf(server.getImap().getPort()))
                        .param("security", "NONE")
                        .param("username", USER)
                        .param("password", password)
                        .param("folder", "INBOX")
                        .param("returnAddress", returnAddress)
                        .with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse();
    }
}
