package app.backmatter.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.Audience;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.MovableClock;
import app.backmatter.support.ReadersFile;
import app.backmatter.support.ReadersFile.Bought;
import app.backmatter.support.SmallEpub;
import app.backmatter.support.SmallSound;
import app.backmatter.support.SmallZip;
import app.backmatter.support.TestWorkspace;
import app.backmatter.watermarks.pdf.LargePdf;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A reader sends the own book to the own device; nobody sends anything else to anybody else. */
@BackmatterTest
class EReaderTests {
    private static final String KINDLE = "mary@kindle.com";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReadersFile files;

    @Autowired
    Catalog catalog;

    @Autowired
    Audience audience;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    app.backmatter.storage.Files storage;

    @TempDir
    Path folder;

    private final byte[] epub = SmallZip.epub().bytes();
    private TestWorkspace workspace;
    private Bought bought;

    @BeforeEach
    void sell() {
        workspace = accounts.workspace();
        bought = files.bought(workspace, "Das Büchlein.epub", epub, DeliveryTerms.USUAL);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theBookArrivesAsItIs() throws Exception {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try (var _ = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            var answer = send(bought, file(bought), KINDLE);

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString()).contains("On its way to your e-reader", KINDLE);
            assertThat(server.waitForIncomingEmail(15_000, 1)).isTrue();
            var mail = server.getReceivedMessages()[0];
            assertThat(mail.getAllRecipients()[0]).hasToString(KINDLE);
            assertThat(mail.getContentType()).startsWith("multipart/mixed");
            var part = ((MimeMultipart) mail.getContent()).getBodyPart(1);
            assertThat(part.getFileName()).isEqualTo("Das Büchlein.epub");
            assertThat(part.getContentType()).startsWith("application/epub+zip");
            assertThat(part.getInputStream().readAllBytes()).isEqualTo(epub);
        } finally {
            server.stop();
        }
        assertThat(files.fetched(bought)).isEqualTo(1);
    }

    @Test
    void aBookThatIsStampedArrivesWithTheReadersName() throws Exception {
        var book = Files.readAllBytes(SmallEpub.version3().write(folder.resolve("book.epub")));
        var stamped = files.bought(workspace, "stamped.epub", book, DeliveryTerms.USUAL);
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try (var _ = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            mvc.perform(post(workspace.path("/products/" + stamped.product() + "/files/" + file(stamped) + "/stamp"))
                    .with(workspace.owner().signedIn()));
            send(stamped, file(stamped), KINDLE);

            assertThat(server.waitForIncomingEmail(15_000, 1)).isTrue();
            var part = ((MimeMultipart) server.getReceivedMessages()[0].getContent()).getBodyPart(1);
            var copy = folder.resolve("copy.epub");
            Files.write(copy, part.getInputStream().readAllBytes());
            try (var zip = new ZipFile(copy.toFile())) {
                assertThat(zip.getInputStream(zip.getEntry("OEBPS/backmatter-copy.xhtml"))
                                .readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .contains("This copy belongs to Mary Shelley, order ");
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void aBookWhoseCopyIsNotMadeYetLeavesOnceItIsAndNeverAsItIs() throws Exception {
        var large = folder.resolve("large.pdf");
        LargePdf.write(large, 11 << 20);
        var stamped = files.bought(workspace, "atlas.pdf", Files.readAllBytes(large), DeliveryTerms.USUAL);
        mvc.perform(post(workspace.path("/products/" + stamped.product() + "/files/" + file(stamped) + "/stamp"))
                .with(workspace.owner().signedIn()));
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try (var _ = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            assertThat(send(stamped, file(stamped), KINDLE).getStatus()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30)).until(() -> copies() == 1);
            assertThat(server.getReceivedMessages())
                    .as("while it was being made")
                    .isEmpty();

            clock.advance(Duration.ofSeconds(30));

            assertThat(server.waitForIncomingEmail(15_000, 1)).isTrue();
            var part = ((MimeMultipart) server.getReceivedMessages()[0].getContent()).getBodyPart(1);
            try (var document = Loader.loadPDF(part.getInputStream().readAllBytes())) {
                assertThat(new PDFTextStripper().getText(document)).contains("This copy belongs to Mary Shelley");
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void aBookThatItsAuthorTakesAwayBeforeItLeftIsCancelled() throws Exception {
        try (var _ = new MailServerSwitch(sender, 1)) {
            send(bought, file(bought), KINDLE);
            await().until(() -> !letter("refusal").isEmpty());
            var old = file(bought);
            WorkspaceScope.run(
                    workspace.id(),
                    () -> catalog.addFile(
                            bought.product(),
                            storage.store("new.epub", new ByteArrayInputStream(epub))
                                    .id()));
            mvc.perform(post(workspace.path("/products/" + bought.product() + "/files/" + old + "/deletion"))
                    .with(workspace.owner().signedIn()));

            clock.advance(Duration.ofMinutes(2));

            await().untilAsserted(() -> assertThat(letter("state")).isEqualTo("CANCELLED"));
        }
        assertThat(letter("refusal")).isEqualTo("not-wanted");
    }

    private String letter(String column) {
        return jdbc.sql("select coalesce(" + column
                        + ", '') from messages where workspace_id = ? and template = 'e-reader'")
                .param(workspace.id().value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private int copies() {
        return jdbc.sql("select count(*) from stamped_copies where workspace_id = ? and copy_id is not null")
                .param(workspace.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void thePageNamesTheSenderThatAKindleMustAllow() throws Exception {
        var page = Jsoup.parse(mvc.perform(get(files.library(bought) + "/e-reader"))
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select(".address").text()).contains("@");
        assertThat(page.select("input[type=radio][checked]").val()).isEqualTo(file(bought));
        assertThat(mvc.perform(get(files.library(bought)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("/e-reader\"", "Kindle", "Kobo", "iPhone", "Android", "Computer");
    }

    @Test
    void onlyDevicesAndTheReadersOwnMailboxGetIt() throws Exception {
        for (var stranger :
                new String[] {"someone@example.org", "mary@kindle.com.example.org", "mary@", "", "a@kindle.com,b@x.org"
                }) {
            var answer = send(bought, file(bought), stranger);
            assertThat(answer.getStatus()).as(stranger).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains("This is no address that we send to");
        }
        var own = WorkspaceScope.call(
                workspace.id(),
                () -> audience.find(bought.reader()).orElseThrow().email());
        assertThat(send(bought, file(bought), own.value()).getStatus()).isEqualTo(200);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void nobodySendsWhatSomebodyElseBought() throws Exception {
        var other = files.bought(workspace, "other.epub", epub, DeliveryTerms.USUAL);
        var elsewhere = files.bought(accounts.workspace(), "elsewhere.epub", epub, DeliveryTerms.USUAL);
        for (var file :
                new String[] {file(other), file(elsewhere), UUID.randomUUID().toString(), "x", ""}) {
            var answer = send(bought, file, KINDLE);
            assertThat(answer.getStatus()).as(file).isEqualTo(422);
            assertThat(answer.getContentAsString())
                    .contains("Choose one of these files")
                    .doesNotContain("other.epub", "elsewhere.epub");
        }
        var altered = files.library(bought).replaceFirst(".{4}$", "AAAA") + "/e-reader";
        assertThat(mvc.perform(post(altered).param("file", file(bought)).param("email", KINDLE))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(letters()).isZero();
    }

    @Test
    void whatNoEReaderTakesIsNotOffered() throws Exception {
        var audio = files.bought(workspace, "book.m4b", SmallSound.mp4("M4B "), DeliveryTerms.USUAL);

        assertThat(mvc.perform(get(files.library(audio) + "/e-reader"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("there is none among yours");
        assertThat(send(audio, file(audio), KINDLE).getStatus()).isEqualTo(422);
        assertThat(mvc.perform(get(files.library(audio)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("/e-reader\"");
    }

    @Test
    void tenADayAreEnough() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(send(bought, file(bought), KINDLE).getStatus()).isEqualTo(200);
        }

        var refused = send(bought, file(bought), KINDLE);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("That was the tenth today");
        assertThat(letters()).isEqualTo(10);
    }

    @Test
    void mailingCountsAsDownloading() throws Exception {
        var once = files.bought(workspace, "once.epub", epub, new DeliveryTerms(1, Duration.ofDays(1)));

        assertThat(send(once, file(once), KINDLE).getStatus()).isEqualTo(200);
        var refused = send(once, file(once), KINDLE);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("as often as the author allows");
        assertThat(mvc.perform(get(files.link(once))).andReturn().getResponse().getStatus())
                .isEqualTo(403);
    }

    private MockHttpServletResponse send(Bought of, String file, String email) throws Exception {
        clock.advance(Duration.ofSeconds(1));
        return mvc.perform(post(files.library(of) + "/e-reader")
                        .param("file", file)
                        .param("email", email))
                .andReturn()
                .getResponse();
    }

    private String file(Bought of) {
        return WorkspaceScope.call(
                of.workspace().id(),
                () -> catalog.find(of.product())
                        .orElseThrow()
                        .files()
                        .getFirst()
                        .id()
                        .toString());
    }

    private long letters() {
        return jdbc.sql("select count(*) from messages where workspace_id = ? and template = 'e-reader'")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }
}
