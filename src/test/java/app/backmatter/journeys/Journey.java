package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.Accessibility;
import app.backmatter.support.Browsers;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** One person in front of one browser. What the person does is said in the words that stand on the page. */
final class Journey implements AutoCloseable {
    /** Of the keystroke-level model by Card, Moran and Newell: to think of a thing, point at it and press. */
    private static final Duration POINT = Duration.ofMillis(2650);

    /** A keystroke of somebody who types forty words a minute. */
    private static final Duration KEY = Duration.ofMillis(280);

    private static final Duration CHOOSE_FILE = Duration.ofSeconds(8);
    private static final Duration READ = Duration.ofSeconds(4);

    private final String address;
    private final BrowserContext browser;
    private final Page page;
    private final boolean isLookedAt;
    private Duration effort = Duration.ZERO;

    private Journey(String address, BrowserContext browser, boolean isLookedAt) {
        this.address = address;
        this.browser = browser;
        this.isLookedAt = isLookedAt;
        this.page = browser.newPage();
        page.setDefaultTimeout(30_000);
    }

    /**
     * A reader who comes from nowhere: no journey is taken for another.
     *
     * @param address of the installation, without a slash at its end
     */
    static Journey onPhone(String address, boolean scripts) {
        return new Journey(address, Browsers.phone(scripts), scripts);
    }

    static Journey onLaptop(String address) {
        return new Journey(address, Browsers.laptop(), false);
    }

    Page page() {
        return page;
    }

    /** @param where a path from the first slash, or a whole address from a mail or a printed code */
    Journey open(String where) {
        page.navigate(where.startsWith("/") ? address + where : where);
        return look();
    }

    Journey type(String label, String text) {
        effort = effort.plus(POINT).plus(KEY.multipliedBy(text.length()));
        field(label).fill(text);
        return this;
    }

    Journey choose(String label, String option) {
        effort = effort.plus(POINT.multipliedBy(2));
        field(label).selectOption(option);
        return this;
    }

    Journey tick(String label) {
        effort = effort.plus(POINT);
        field(label).check();
        return this;
    }

    /** Opens what is folded away under these words. */
    Journey unfold(String words) {
        page.locator("summary")
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    Journey attach(String label, String name, String type, byte[] content) {
        effort = effort.plus(CHOOSE_FILE);
        field(label).setInputFiles(new FilePayload(name, type, content));
        page.waitForCondition(() -> page.locator(".upload-bar").count() == 0);
        return this;
    }

    /** @return what is downloaded under the link */
    byte[] download(String link) {
        try {
            var target = named(AriaRole.LINK, link);
            return Files.readAllBytes(page.waitForDownload(target::click).path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the page that the link opens beside this one */
    String glance(String link) {
        var target = named(AriaRole.LINK, link);
        try (var beside = page.waitForPopup(target::click)) {
            beside.waitForLoadState();
            return beside.locator("body").innerText();
        }
    }

    Journey press(String button) {
        named(AriaRole.BUTTON, button).click();
        return look();
    }

    Journey follow(String link) {
        named(AriaRole.LINK, link).click();
        return look();
    }

    /** Follows the link in the row of this name. */
    Journey followBeside(String row, String link) {
        page.locator("tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.ROWHEADER,
                                new Page.GetByRoleOptions().setName(row).setExact(true))))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true))
                .click();
        return look();
    }

    private Locator field(String label) {
        return present(label, page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
    }

    private Locator named(AriaRole role, String name) {
        return present(
                name,
                page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    private Locator present(String what, Locator found) {
        assertThat(found.count())
                .as("“%s” on %s, which says: %s", what, page.url(), text())
                .isPositive();
        return found.first();
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** How long a person takes for all that was done so far, who knows what to write but never saw a page of it before. */
    Duration effort() {
        return effort;
    }

    /** @return the rows of the table of this name, each with its name first: words as they are seen, without breaks */
    List<List<String>> table(String name) {
        var rows = page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .locator("tbody tr")
                .evaluateAll("""
                    rows => rows.map(row => [...row.cells].map(cell => (cell.matches('th')
                        ? cell.querySelector('span, a') ?? cell : cell).innerText.replace(/\\s+/g, ' ').trim()))
                    """);
        return ((List<?>) rows)
                .stream()
                        .map(row ->
                                ((List<?>) row).stream().map(String::valueOf).toList())
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
    }

    /** Holds the page as it stands to the rules of {@link EveryPageTests}, which meets no page with errors on it. */
    Journey check() {
        Accessibility.check(page);
        return this;
    }

    /** axe is a script: it can't run where scripts are off. */
    private Journey look() {
        effort = effort.plus(POINT).plus(READ);
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return isLookedAt ? check() : this;
    }
}
