package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.FreshInstallation;
import app.backmatter.support.Pictures;
import app.backmatter.support.SmallPdf;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the first run to a published funnel that a reader finds by the printed code, by the words on the pages alone. */
class AuthorJourneyTests {
    private static final String TOO_DEAR = "The tripwire page asks $39. A first small offer works best up to $30.";
    private static final String NEVER_PAID = "The tripwire page strikes $39 through, but nobody ever paid that for it."
            + " Only a price that was really charged may be struck through.";

    private static final String NO_ADDRESS = "Your postal address is not filled in."
            + " The law in most countries wants it under each e-mail that advertises.";

    private FreshInstallation backmatter;

    @BeforeEach
    void start() throws Exception {
        backmatter = FreshInstallation.start();
    }

    @AfterEach
    void stop() {
        backmatter.close();
    }

    @Test
    void anAuthorPublishesAFunnelWithinTenMinutesAndAReaderScansItsCode() throws Exception {
        try (var author = Journey.onLaptop(backmatter.address())) {
            setUp(author);
            addBookWithPlace(author);
            addProducts(author);
            draftFunnel(author);
            mendWhatTheGuardsFind(author);
            publish(author);
            assertThat(author.effort()).isLessThan(Duration.ofMinutes(10));
            scan(code(author));
        }
    }

    private static void setUp(Journey author) {
        author.open("/")
                .check()
                .type("Your name", "Ada Quill")
                .type("E-mail address", "ada@example.org")
                .type("Password", "correct horse battery")
                .type("Name that readers see", "Ada Quill")
                .tick("An empty workspace")
                .press("Open Backmatter");
        assertThat(author.text()).contains("Get ready for your first reader", "0 of 6 done");
    }

    private static void addBookWithPlace(Journey author) {
        author.follow("Tell us about your book")
                .type("Title", "The Quiet Harbour")
                .type("Author", "Ada Quill")
                .attach("Cover", "cover.png", "image/png", Pictures.png(600, 960))
                .press("Add a book");
        assertThat(author.text()).contains("Draft cover");
        author.follow("Add an edition")
                .choose("Format", "Paperback")
                .type("List price", "14.99")
                .type("ISBN", "978-0-306-40615-8")
                .type("Shop", "Bookshop")
                .type("Address", "https://bookshop.example/the-quiet-harbour")
                .press("Add an edition");
        assertThat(author.text()).contains("This is no ISBN: a digit is missing or mistyped");
        author.check().type("ISBN", "978-0-306-40615-7").press("Add an edition");
        assertThat(author.text())
                .contains("$14.99", "9780306406157", "Bookshop", "Back matter", "leads nowhere yet", "/go/");
    }

    private static void addProducts(Journey author) {
        author.follow("Today").follow("Add a product with its file").follow("Add a product");
        author.type("Name", "The Keeper’s Notebook")
                .choose("Type", "E-book")
                .type("Price", "0")
                .attach("Files", "notebook.pdf", "application/pdf", SmallPdf.page("The Keeper’s Notebook"))
                .press("Add a product");
        assertThat(author.text()).contains("notebook.pdf", "Gift");
        author.follow("Products").follow("Add a product");
        author.type("Name", "The Harbour Workbook")
                .choose("Type", "Workbook")
                .type("Price", "39")
                .attach("Files", "workbook.pdf", "application/pdf", SmallPdf.page("The Harbour Workbook"))
                .press("Add a product");
        assertThat(author.text()).contains("workbook.pdf", "$39");
    }

    private static void draftFunnel(Journey author) {
        author.follow("Today").follow("Publish a funnel");
        author.choose("Tripwire", "The Keeper’s Notebook (free)").press("Make the draft");
        assertThat(author.text()).contains("Give the funnel a name.");
        author.type("Name", "After the last page")
                .choose("Gift", "The Keeper’s Notebook (free)")
                .choose("Tripwire", "The Harbour Workbook, $39")
                .press("Make the draft");
        assertThat(author.text())
                .contains("Your draft is ready", "Opt-in page", "Signs up", "Tripwire", "Receipt", "Leaves");
    }

    private static void mendWhatTheGuardsFind(Journey author) {
        assertThat(author.text()).contains(TOO_DEAR);
        author.follow("Open the page: " + TOO_DEAR)
                .type("Headline", "Walk the harbour yourself")
                .type("Text", "Twelve walks, **one for each chapter**.\n\n- a map\n- what to look for")
                .type("Words on the button", "Get the workbook")
                .type("Price", "19")
                .type("Normal price", "39")
                .press("Save");
        assertThat(author.text()).contains("Saved.", NEVER_PAID).doesNotContain(TOO_DEAR);
        assertThat(author.glance("Look at it as a reader"))
                .contains("Walk the harbour yourself", "one for each chapter", "Get the workbook", "$19")
                .doesNotContain("**");
        author.follow("Back to the funnel").follow("Publish funnel");
        assertThat(author.text()).contains("Still to do before publishing", NEVER_PAID);
        author.check()
                .follow("Open the page: " + NEVER_PAID)
                .type("Normal price", "")
                .press("Save");
        assertThat(author.text()).doesNotContain(NEVER_PAID);
    }

    private static void publish(Journey author) {
        author.follow("Back to the funnel").follow("A gift for readers of The Quiet Harbour");
        author.type("Headline", "The notebook of the keeper")
                .type("Words on the button", "Send me the notebook")
                .press("Save");
        assertThat(author.glance("Look at it as a reader")).contains("The notebook of the keeper");
        author.follow("Back to the funnel").follow("Publish funnel");
        assertThat(author.text()).contains(NO_ADDRESS, "Publish all the same");
        author.check()
                .follow("Open the settings: " + NO_ADDRESS)
                .type("Postal address", "Box 12, Harbour Street 3, Portland ME")
                .press("Save settings");
        author.follow("Today").follow("Publish a funnel");
        assertThat(author.text()).doesNotContain(NO_ADDRESS);
        author.follow("Publish funnel").press("Publish funnel");
        assertThat(author.text()).contains("Published. Readers meet it now.", "Where readers come in", "/go/");
    }

    private static String code(Journey author) throws Exception {
        author.follow("Back matter, paperback");
        var png = author.download("Download as picture (PNG, 3 cm at 300 dpi)");
        var image = new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(image)))
                .getText();
    }

    private void scan(String code) {
        assertThat(code).startsWith(backmatter.address() + "/go/");
        try (var reader = Journey.onPhone(backmatter.address(), true)) {
            reader.open(code);
            assertThat(reader.text())
                    .contains("The notebook of the keeper", "For readers of The Quiet Harbour by Ada Quill");
            reader.type("E-mail address", "reader@example.org").press("Send me the notebook");
            assertThat(reader.text()).contains("Look into your mailbox", "Walk the harbour yourself", "$19");
            reader.open(backmatter.mailTo("reader@example.org").button()).press("Yes, this is my address");
            assertThat(reader.text()).contains("notebook.pdf");
        }
    }
}
