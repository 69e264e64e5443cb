package app.backmatter.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.domain.BroadcastDraft;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browsers;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.TestWorkspace;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The editor of broadcasts where scripts run; what it does without them the pages' own tests tell. */
@BackmatterTest
class ComposerJourneyTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    WriteBroadcast write;

    @LocalServerPort
    int port;

    private Page page;

    @Test
    void anAuthorsWordsAreSavedAndShownWhileTheyAreTyped() {
        var workspace = accounts.workspace();
        var draft = drafts.draft(workspace, "The map", new Block.Text("The end."));
        try (var browser = Browsers.laptop()) {
            var cookie = workspace.owner().cookie().split("=", 2);
            browser.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(at("/"))));
            page = browser.newPage();
            page.navigate(at(workspace.path("/mail/broadcasts/" + draft)));

            page.locator(".block-add summary").first().click();
            press("Text");
            assertThat(page.locator("textarea")).hasCount(2);
            assertThat(page.locator("textarea").first()).isFocused();
            page.keyboard().type("Dear {first_name|reader},");
            saved();
            assertThat(page.frameLocator("#sheet").locator("body")).containsText("Dear Mary,");

            page.locator("textarea").first().selectText();
            press("Bold");
            assertThat(page.locator("textarea").first()).hasValue("**Dear {first_name|reader},**");
            page.locator("textarea").first().fill("Dear {first_name|reader},");
            saved();

            press("Remove block 1");
            assertThat(page.locator("textarea")).hasCount(1);
            press("Undo");
            assertThat(page.locator("textarea").first()).hasValue("Dear {first_name|reader},");
            press("Move block 1 down");
            assertThat(page.locator("textarea").first()).hasValue("The end.");

            page.getByLabel("Subject", new Page.GetByLabelOptions().setExact(true))
                    .fill("x".repeat(201));
            assertThat(page.locator(".field-error")).containsText("at most 200 characters");
            page.route("**/mail/broadcasts/*", Route::abort);
            page.getByLabel("Subject", new Page.GetByLabelOptions().setExact(true))
                    .fill("Without a connection");
            assertThat(page.locator("#saved")).containsText("Not saved");
            page.unroute("**/mail/broadcasts/*");
            page.getByLabel("Preview line").fill("Again");
            saved();
            assertThat(page.locator(".field-error")).hasCount(0);
            saveWhileItSavesItself();
        }
        var kept = draft(workspace, draft);
        Assertions.assertThat(kept.subject()).isEqualTo("Without a connection");
        Assertions.assertThat(kept.content().blocks())
                .containsExactly(new Block.Text("The end."), new Block.Text("Dear {first_name|reader},"));
    }

    /** What the editor saved just before is not taken for somebody else's change. */
    private void saveWhileItSavesItself() {
        var underWay = new ArrayList<Route>();
        page.route("**/mail/broadcasts/*", underWay::add, new Page.RouteOptions().setTimes(1));
        page.getByLabel("Preview line").fill("Soon");
        page.waitForCondition(() -> !underWay.isEmpty());
        press("Save");
        underWay.getFirst().resume();
        assertThat(page.getByText("Saved.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.locator(".form-errors")).hasCount(0);
    }

    private BroadcastDraft draft(TestWorkspace workspace, BroadcastId id) {
        return WorkspaceScope.call(
                workspace.id(), () -> write.find(id).orElseThrow().draft());
    }

    private void saved() {
        assertThat(page.locator("#saved")).hasText("Saved");
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .click();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
