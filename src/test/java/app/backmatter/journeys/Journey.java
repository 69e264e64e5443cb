package app.backmatter.journeys;

import app.backmatter.accounts.Workspaces;
import app.backmatter.support.Accessibility;
import app.backmatter.support.FreshInstallation;
import app.backmatter.support.Mailbox;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person in front of one browser. What the person does is said in the words that stand on the page. */
final class Journey implements AutoCloseable {
    private final FreshInstallation backmatter;
    private final BrowserContext browser;
    private final Page page;

    Journey(FreshInstallation backmatter, BrowserContext browser) {
        this.backmatter = backmatter;
        this.browser = browser;
        this.page = browser.newPage();
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
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    Journey choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
        return this;
    }

    Journey tick(String label) {
        page.getByLabel(label).check();
        return this;
    }

    Journey press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return look();
    }

    Journey follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return look();
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

    /** Each page on the way is held to the same rules. */
    private Journey look() {
        Accessibility.check(page);
        return this;
    }
}
