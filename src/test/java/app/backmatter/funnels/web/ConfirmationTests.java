package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.orders.Orders;
import app.backmatter.shared.EmailAddress;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class ConfirmationTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReaderFunnels funnels;

    @Autowired
    Audience audience;

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    ReaderBrowser browser;
    TestWorkspace workspace;
    Mailbox mailbox;
    String typed;
    String mailed;

    @BeforeEach
    void signUp() {
        browser = new ReaderBrowser(port);
        workspace = accounts.workspace();
        funnels.publish(workspace, "gift", ReaderFunnels.freeGift());
        typed = browser.post("/p/" + workspace.slug() + "/gift", "email", "ana@example.com")
                .location();
        mailbox = new Mailbox(jdbc, workspace.id());
        mailed = mailbox.waitForOneTo("ana@example.com", "Please confirm").button();
    }

    @Test
    void aScannerThatFollowsTheLinkConfirmsNothing() {
        browser.head(mailed);
        var page = browser.get(mailed).page();

        assertThat(page.select("form[method=post] button")).hasSize(1);
        assertThat(ana().status()).isEqualTo(ContactStatus.PENDING);
    }

    @Test
    void theButtonConfirmsAndHandsTheGiftOver() {
        var answer = browser.post(mailed);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(browser.get(answer.location()).text()).contains("Free workbook is here");
        assertThat(ana().status()).isEqualTo(ContactStatus.SUBSCRIBED);
        assertThat(WorkspaceScope.call(workspace.id(), () -> orders.ownedBy(ana().id())))
                .containsExactly(ReaderFunnels.GIFT);
        var gift = mailbox.waitForOneTo("ana@example.com", "Here it is");
        assertThat(browser.get(gift.button()).text()).contains("Free workbook is here");
    }

    @Test
    void theLetterHasItsParagraphsInPlainTextToo() {
        assertThat(mailbox.waitForOneTo("ana@example.com", "Please confirm").text())
                .startsWith("Hello,\n\nYou asked for Free workbook.")
                .contains("you get it at once.\n\nYou did not ask");
    }

    @Test
    void aSecondTimeChangesNothing() {
        browser.post(mailed);
        mailbox.waitForOneTo("ana@example.com", "Here it is");

        assertThat(browser.post(mailed).status()).isEqualTo(303);
        assertThat(browser.get(mailed).status()).isEqualTo(303);
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void whoTypedTheAddressCannotConfirmIt() {
        var token = typed.substring("/r/".length());

        assertThat(browser.get("/confirm/" + token).status()).isEqualTo(404);
        assertThat(browser.post("/confirm/" + token).status()).isEqualTo(404);
        assertThat(browser.get(typed + "/gift").text()).contains("Look into your mailbox");
        assertThat(ana().status()).isEqualTo(ContactStatus.PENDING);
    }

    @Test
    void theWindowThatWasLeftOpenShowsTheGiftToo() {
        browser.post(mailed);

        assertThat(browser.get(typed).text()).contains("Free workbook is here");
    }

    @Test
    void theMailedAddressShowsNothingBeforeTheButton() {
        var own = mailed.replace("/confirm/", "/r/");

        assertThat(browser.get(own).location()).contains("/confirm/");
        assertThat(browser.get(own + "/gift").location()).contains("/confirm/");
    }

    @Test
    void knowsNoForeignToken() {
        for (var token : new String[] {"x", "AAAAAAAAAAAAAAAAAAAAAA", "%00", "'; select 1 --".replace(" ", "%20")}) {
            assertThat(browser.get("/r/" + token).status()).isBetween(400, 404);
            assertThat(browser.get("/confirm/" + token).status()).isBetween(400, 404);
            assertThat(browser.post("/confirm/" + token).status()).isBetween(400, 404);
        }
    }

    private ContactView ana() {
        return WorkspaceScope.call(
                workspace.id(),
                () -> audience.find(new EmailAddress("ana@example.com")).orElseThrow());
    }

    private long letters() {
        return jdbc.sql("select count(*) from messages where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }
}
