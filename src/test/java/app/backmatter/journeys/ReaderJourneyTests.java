package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.accounts.Workspaces;
import app.backmatter.books.Books;
import app.backmatter.books.PlaceKind;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.FreshInstallation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** From the code printed in the paperback to the library, through every yes and every no, and what the reports say after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReaderJourneyTests {
    private static final String PASSWORD = "correct horse battery";

    private FreshInstallation backmatter;
    private String printedCode;

    @BeforeAll
    void setUpWithTheExample() throws IOException {
        backmatter = FreshInstallation.start();
        try (var author = Journey.onLaptop(backmatter.address())) {
            author.open("/")
                    .type("Your name", "Ada Quill")
                    .type("E-mail address", "ada@example.org")
                    .type("Password", PASSWORD)
                    .type("Name that readers see", "Ada Quill")
                    .tick("The example")
                    .press("Open Backmatter");
            assertThat(author.text()).contains("Get ready for your first reader");
        }
        printedCode = await("the example's places")
                .atMost(Duration.ofSeconds(60))
                .until(this::printedCodes, codes -> !codes.isEmpty())
                .getFirst();
    }

    private List<String> printedCodes() {
        var workspace = backmatter.context().getBean(Workspaces.class).all().getFirst();
        var books = backmatter.context().getBean(Books.class);
        return WorkspaceScope.call(
                workspace.id(),
                () -> books.places().stream()
                        .filter(place -> place.kind() == PlaceKind.BACK_MATTER
                                && place.link().target() != null)
                        .map(place -> place.link().url())
                        .toList());
    }

    @AfterAll
    void stop() {
        backmatter.close();
    }

    @Test
    @Order(1)
    void aReaderSaysYesToEverythingWithoutJavaScript() {
        try (var reader = Journey.onPhone(backmatter.address(), false)) {
            reader.open(printedCode)
                    .type("E-mail address", "yes@example.org")
                    .type("First name (optional)", "Rita")
                    .press("Send me the checklist");
            assertThat(reader.text()).contains("Look into your mailbox");
            reader.open(backmatter.mailTo("yes@example.org").button());
            reader.press("Yes, this is my address");
            assertThat(reader.text()).contains("back-matter-checklist.pdf");
            reader.follow("Get the workbook for $17");
            reader.tick("Yes, add Back Matter Page Templates for $7").press("Update total");
            assertThat(reader.text()).contains("$24");
            pay(reader, "4242 4242 4242 4242", "$24");
            reader.press("Add the planner for $29");
            reader.press("Add the e-book for $9");
            assertThat(reader.text())
                    .contains("Thank you for your order", "$62", "companion-workbook.pdf", "the-last-pages.epub");
            reader.follow("Open my library");
            assertThat(reader.text()).contains("The Companion Workbook", "The Reader Funnel Planner");
        }
    }

    @Test
    @Order(2)
    void aReaderSaysNoToEverythingWithJavaScript() {
        try (var reader = Journey.onPhone(backmatter.address(), true)) {
            reader.open(printedCode).type("E-mail address", "no@example.org").press("Send me the checklist");
            reader.open(backmatter.mailTo("no@example.org").button()).press("Yes, this is my address");
            reader.press("No, thank you, just the checklist");
            assertThat(reader.text()).contains("nothing was charged").doesNotContain("$");
        }
    }

    @Test
    @Order(3)
    void aReaderBuysAndThenSaysNoToEachFurtherOffer() {
        try (var reader = Journey.onPhone(backmatter.address(), true)) {
            reader.open(printedCode).type("E-mail address", "some@example.org").press("Send me the checklist");
            reader.follow("Get the workbook for $17");
            pay(reader, "4000 0000 0000 0002", "$17");
            assertThat(reader.text()).contains("declined");
            pay(reader, "4242 4242 4242 4242", "$17");
            reader.press("No, thank you");
            assertThat(reader.text()).contains("Perhaps the short edition?");
            reader.press("No, thank you").press("No, thank you, take me to my files");
            assertThat(reader.text())
                    .contains("Thank you for your order", "$17")
                    .doesNotContain("$29");
        }
    }

    private static void pay(Journey reader, String card, String total) {
        reader.type("Name on the card", "Rita Reader")
                .type("Card number", card)
                .type("Valid until", "04/39")
                .type("Security code", "123")
                .press("Pay " + total);
    }
}
