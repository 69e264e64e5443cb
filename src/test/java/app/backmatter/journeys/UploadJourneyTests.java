package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.storage.StoredFile;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browsers;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.TestWorkspace;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files on their way from an author's laptop, over a connection as it is in trains. */
@BackmatterTest
class UploadJourneyTests {
    /** Two pieces. */
    private static final int LARGE = 9_000_000;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ProductFixtures products;

    @Autowired
    Catalog catalog;

    @LocalServerPort
    int port;

    private TestWorkspace workspace;
    private ProductId product;
    private BrowserContext browser;
    private Page page;

    @BeforeEach
    void openThePage() {
        workspace = accounts.workspace();
        product = products.gift(workspace);
        browser = Browsers.laptop();
        var cookie = workspace.owner().cookie().split("=", 2);
        browser.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(at("/"))));
        page = browser.newPage();
        page.navigate(at(workspace.path("/products/" + product + "/files/new")));
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void aLargeFileGoesOnAfterTheConnectionWasLost() {
        var pieces = new AtomicInteger();
        page.route("**/uploads/*", patches(route -> {
            if (pieces.incrementAndGet() == 2) {
                route.abort();
            } else {
                route.resume();
            }
        }));

        choose(new FilePayload("course.bin", "application/octet-stream", large()));
        says(upload("course.bin"), "Is here");
        press("Add files");

        says(page.locator(".flash"), "The file is added");
        assertThat(pieces).as("two pieces, one of them twice").hasValue(3);
        assertThat(files()).extracting(StoredFile::name).containsExactly("workbook.pdf", "course.bin");
        assertThat(files().getLast().size()).isEqualTo(LARGE);
    }

    @Test
    void whoPressesTooEarlyIsWaitedFor() {
        choose(
                new FilePayload("course.bin", "application/octet-stream", large()),
                new FilePayload("b.pdf", "application/octet-stream", SmallPdf.page("B")));
        press("Add files");

        says(page.locator(".flash"), "2 files are added");
        assertThat(files()).hasSize(3);
    }

    @Test
    void theSameFileChosenAgainGoesOnWhereItStopped() {
        var sent = new AtomicInteger();
        page.route("**/uploads/*", patches(route -> {
            if (sent.incrementAndGet() == 2) {
                route.abort();
            } else if (sent.get() == 1) {
                route.resume();
            }
        }));
        var file = tempFile(large());
        page.getByLabel("Files").setInputFiles(file);
        says(page.locator(".upload"), "goes on by itself");

        page.unrouteAll();
        page.onDialog(dialog -> dialog.accept());
        page.navigate(at(workspace.path("/products/" + product + "/files/new")));
        var again = new AtomicInteger();
        page.route("**/uploads/*", patches(route -> {
            again.incrementAndGet();
            route.resume();
        }));
        page.getByLabel("Files").setInputFiles(file);
        says(page.locator(".upload"), "Is here");

        assertThat(again).as("what came before was not sent again").hasValue(1);
    }

    @Test
    void whatReadersCouldNotUseIsSaidBesideTheFileAndDoesNotGoWithTheForm() {
        choose(
                new FilePayload("half.pdf", "application/octet-stream", "%PDF-1.7 nothing".getBytes()),
                new FilePayload("b.pdf", "application/octet-stream", SmallPdf.page("B")));

        says(upload("half.pdf"), "can’t be opened");
        says(upload("b.pdf"), "Is here");
        press("Add files");
        says(page.locator(".flash"), "The file is added");
        assertThat(files()).extracting(StoredFile::name).containsExactly("workbook.pdf", "b.pdf");
    }

    @Test
    void whatIsCancelledDoesNotGoWithTheForm() {
        page.route("**/uploads/*", patches(route -> {}));
        choose(new FilePayload("course.bin", "application/octet-stream", large()));

        upload("course.bin").getByRole(AriaRole.BUTTON).click();

        PlaywrightAssertions.assertThat(page.locator(".upload")).hasCount(0);
        press("Add files");
        says(page.locator("#files-notes"), "Choose at least one file");
    }

    /** However busy the machine is. */
    private static void says(Locator part, String words) {
        PlaywrightAssertions.assertThat(part)
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    }

    private static Consumer<Route> patches(Consumer<Route> rule) {
        return route -> {
            if (route.request().method().equals("PATCH")) {
                rule.accept(route);
            } else {
                route.resume();
            }
        };
    }

    private void choose(FilePayload... files) {
        page.getByLabel("Files").setInputFiles(files);
    }

    private void press(String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private Locator upload(String name) {
        return page.locator(".upload").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Path tempFile(byte[] content) {
        try {
            var file = Files.createTempFile("course", ".bin");
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] large() {
        var bytes = new byte[LARGE];
        new Random(3).nextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    private List<StoredFile> files() {
        return WorkspaceScope.call(
                workspace.id(), () -> catalog.find(product).orElseThrow().files());
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
