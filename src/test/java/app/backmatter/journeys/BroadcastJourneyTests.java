package app.backmatter.journeys;

import static app.backmatter.support.SequenceFixtures.days;
import static app.backmatter.support.SequenceFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.audience.Addressed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.domain.BroadcastDraft;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.mail.sequence.Occasion;
import app.backmatter.mail.sequence.SequenceRules;
import app.backmatter.mail.sequence.SequenceRules.Way;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.ImportFixtures;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SegmentFixtures;
import app.backmatter.support.SequenceFixtures;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TestWorkspace;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;

/** From a list that an author brought to a purchase that ends what it began. */
@BackmatterTest
class BroadcastJourneyTests {
    private static final String RITA = "rita@example.com";
    private static final String LIST = "Email,First name\n" + RITA + ",Rita\n";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    ImportFixtures imports;

    @Autowired
    SegmentFixtures segments;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    SequenceFixtures sequences;

    @Autowired
    SequenceRules rules;

    @Autowired
    WriteBroadcast write;

    @Autowired
    JavaMailSenderImpl mail;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    final SmtpSink sink = SmtpSink.keeping();

    @AfterEach
    void close() {
        sink.close();
        clock.reset();
    }

    @Test
    void whoCameByAListClicksAndBuysIsNotAskedToBuyAgain() throws Exception {
        var workspace = accounts.publishingWorkspace();
        var funnel = funnels.publishedFreeGift(workspace);
        broadcasts.subscribers(workspace, 2);
        imports.done(workspace.id(), "list.csv", LIST, "Signed up at a reading.");
        var draft = draft(workspace, "[the gift](http://localhost:8080" + funnel.path() + ")");
        tagWhoFollows(workspace, "http://localhost:8080" + funnel.path(), "curious");
        pitchForWhoIs(workspace, "curious");
        var address = "http://localhost:" + port;
        try (var server = new MailServerSwitch(mail, sink.port());
                var author = Journey.onLaptop(address);
                var reader = Journey.onPhone(address, false)) {
            var cookie = workspace.owner().cookie().split("=", 2);
            author.page().context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(address + "/")));
            author.open(workspace.path("/mail/broadcasts/" + draft + "/departure"))
                    .press("Send to one reader");
            await().until(() -> sink.taken().containsKey(RITA));
            await().untilAsserted(() -> assertThat(author.open(workspace.path("/mail/broadcasts/" + draft))
                            .text())
                    .contains("1 of 1 sent"));
            assertThat(sink.taken().keySet()).noneMatch(to -> to.startsWith("reader-"));

            reader.open(followed(linkOf(toRita())));
            await().until(() -> state().equals("ACTIVE"));
            var mailbox = new Mailbox(jdbc, workspace.id());
            clock.advance(Duration.ofSeconds(1));
            mailbox.waitForOneTo(RITA, "Before you go");

            reader.type("E-mail address", RITA).press("Send it to me");
            reader.follow("Yes, I would like it");
            reader.type("Name on the card", "Rita Reader")
                    .type("Card number", "4242 4242 4242 4242")
                    .type("Valid until", "04/39")
                    .type("Security code", "123")
                    .press("Pay $19");
            assertThat(state()).isEqualTo("STOPPED");
            clock.advance(Duration.ofDays(5));
            assertThat(mailbox.to(RITA)).extracting(Mailbox.Mail::subject).doesNotContain("Last call");
        }
    }

    private BroadcastId draft(TestWorkspace workspace, String words) {
        var segment = segments.tagged(workspace.id(), "From the reading", "from a list");
        var draft = new BroadcastDraft(
                "A gift", "", new MailContent(List.of(new Block.Text(words))), new Addressed(segment, Set.of()));
        return WorkspaceScope.call(workspace.id(), () -> write.begin(draft));
    }

    private void pitchForWhoIs(TestWorkspace workspace, String tag) {
        var pitch = sequences.of(workspace.id(), mail("Before you go"), days(2), mail("Last call"));
        WorkspaceScope.run(workspace.id(), () -> {
            rules.add(pitch, Way.ENTRY, Occasion.TAGGED, tag);
            rules.add(pitch, Way.EXIT, Occasion.BOUGHT, "");
        });
    }

    private void tagWhoFollows(TestWorkspace workspace, String link, String tag) throws Exception {
        mvc.perform(post(workspace.path("/tags/rules"))
                        .param("event", "CLICKED")
                        .param("subject", link)
                        .param("tag", tag)
                        .with(workspace.owner().signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private String toRita() {
        return sink.kept().stream()
                .filter(each -> each.contains("\r\nTo: " + RITA) && each.contains("/c/"))
                .findFirst()
                .orElseThrow();
    }

    private static String linkOf(String message) {
        var found = Pattern.compile("/c/[a-z0-9]{10}/[A-Za-z0-9_-]{22}").matcher(message.replace("=\r\n", ""));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Where the link leads, on this machine. */
    private String followed(String link) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + link))
                    .header("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1")
                    .build();
            var to = URI.create(client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            return to.getPath() + "?" + to.getQuery();
        }
    }

    private String state() {
        return jdbc.sql("""
            select coalesce(max(e.state), '') from enrolments e join sequences s on s.id = e.sequence_id
            where s.name = 'Welcome' and e.recipient = ?\
            """).param(RITA).query(String.class).single();
    }
}
