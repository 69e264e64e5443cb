package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.accounts.Workspaces;
import app.backmatter.support.Accessibility;
import app.backmatter.support.Browsers;
import app.backmatter.support.FreshInstallation;
import app.backmatter.support.Mailbox;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person in front of one browser. What the person does is said in the words that stand on the page. */
final class Journey implements AutoCloseable {
    private final FreshInstallation backmatter;
    private final BrowserContext browser;
    private final Page page;
    private final boolean scripts;

    private Journey(FreshInstallation backmatter, BrowserContext browser, boolean scripts) {
        this.backmatter = backmatter;
        this.browser = browser;
        this.scripts = scripts;
        this.page = browser.newPage();
        page.setDefaultTimeout(30_000);
    }

    static Journey onPhone(FreshInstallation backmatter, boolean scripts) {
        return new Journey(backmatter, Browsers.phone(scripts), scripts);
    }

    static Journey onLaptop(FreshInstallation backmatter) {
        return new Journey(backmatter, Browsers.laptop(), true);
    }

    Page page() {
        return page;
    }

    /** @param where a path from the first slash, or a whole address from a mail or a printed code */
    Journey open(String where) {
        page.navigate(where.startsWith("/") ? backmatter.address() + where : where);
        return look();
    }

    Journey type(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Journey choose(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    Journey tick(String label) {
        field(label).check();
        return this;
    }

    Journey press(String button) {
        named(AriaRole.BUTTON, button).click();
        return look();
    }

    Journey follow(String link) {
        named(AriaRole.LINK, link).click();
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

    Mailbox.Mail mailTo(String address) {
        var jdbc = backmatter.context().getBean(JdbcClient.class);
        var workspace = backmatter.context().getBean(Workspaces.class).all().getFirst();
        return new Mailbox(jdbc, workspace.id()).waitForOneTo(address);
    }

    @Override
    public void close() {
        browser.close();
    }

    /** Each page on the way is held to the same rules. axe is a script: it can't run where scripts are off. */
    private Journey look() {
        if (scripts) {
            Accessibility.check(page);
        }
        return this;
    }
}
