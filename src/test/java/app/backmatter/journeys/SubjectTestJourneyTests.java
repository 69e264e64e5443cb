package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.mail.content.Block;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpSink;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An author who can't decide between two subjects lets readers decide. */
@BackmatterTest
class SubjectTestJourneyTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    JavaMailSenderImpl mail;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    final SmtpSink sink = SmtpSink.keeping();

    @AfterEach
    void close() {
        sink.close();
        clock.reset();
    }

    @Test
    void whatMoreReadersOpenGoesToTheOthers() throws Exception {
        var workspace = accounts.publishingWorkspace();
        broadcasts.subscribers(workspace, 120);
        var id = drafts.draft(workspace, "The map is out", new Block.Text("Hello."));
        var address = "http://localhost:" + port;
        try (var server = new MailServerSwitch(mail, sink.port());
                var author = Journey.onLaptop(address)) {
            var cookie = workspace.owner().cookie().split("=", 2);
            author.page().context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(address + "/")));
            author.open(workspace.path("/mail/broadcasts/" + id))
                    .unfold("Try a second subject")
                    .type("Second subject", "Where the river ends")
                    .choose("Tried on", "50 % of the readers")
                    .choose("After", "2 hours")
                    .press("Save and send…");
            assertThat(author.text()).contains("About 60 readers get it first", "2 hours later the others get it");
            author.press("Send to 120 readers");
            await().untilAsserted(() -> assertThat(author.open(workspace.path("/mail/broadcasts/" + id))
                            .text())
                    .contains("The test has left.", "Waiting"));
            int sample = toReaders().size();
            for (var opened : pictures("Where the river ends").subList(0, 3)) {
                open(address + opened);
            }
            open(address + pictures("The map is out").getFirst());
            await().untilAsserted(() -> assertThat(author.open(workspace.path("/mail/broadcasts/" + id))
                            .table("Two subjects")
                            .getLast()
                            .get(2))
                    .startsWith("3 ("));
            author.check();

            clock.advance(Duration.ofHours(2).plusMinutes(1));
            await().untilAsserted(() -> assertThat(author.open(workspace.path("/mail/broadcasts/" + id))
                            .text())
                    .contains("120 of 120 sent", "“Where the river ends” was opened by more readers"));
            assertThat(toReaders()).hasSize(120);
            assertThat(toReaders().subList(sample, 120))
                    .allSatisfy(each -> assertThat(each).contains("\r\nSubject: Where the river ends\r\n"));
        }
    }

    /** Letters of others may leave meanwhile too. */
    private List<String> toReaders() {
        return sink.kept().stream()
                .filter(each -> each.contains("\r\nTo: reader-"))
                .toList();
    }

    /** Of the mails with that subject. */
    private List<String> pictures(String subject) {
        return toReaders().stream()
                .filter(each -> each.contains("\r\nSubject: " + subject + "\r\n"))
                .map(each -> Pattern.compile("/o/[A-Za-z0-9_-]{22}").matcher(each.replace("=\r\n", "")))
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    private static void open(String picture) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(picture))
                    .header("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1")
                    .build();
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }
}
