package app.backmatter.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.accounts.Role;
import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipients;
import app.backmatter.audience.SignUpMother;
import app.backmatter.audience.Suppression;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.Suppressions;
import app.backmatter.audience.domain.EraseContact;
import app.backmatter.audience.suppression.SuppressionStore;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.SuppressionFixtures;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Addresses that get no mail, as their author sees and changes them. */
@BackmatterTest
class SuppressedPagesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    SuppressionFixtures fixtures;

    @Autowired
    Suppressions suppressions;

    @Autowired
    SuppressionStore store;

    @Autowired
    Audience audience;

    @Autowired
    Recipients recipients;

    @Autowired
    EraseContact erasure;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;
    ContactId ana;

    @BeforeEach
    void aReader() {
        workspace = accounts.workspace();
        ana = audience.signUp(List.of(SignUpMother.ana(workspace.id(), Instant.now())
                        .singleOptIn()
                        .build()))
                .getFirst()
                .contact();
    }

    @Test
    void areFoundAndTakenHome() throws Exception {
        fixtures.some(workspace.id());
        fixtures.one(workspace.id(), "=cmd@example.org", "=1+1");

        assertThat(page("/suppressed").text()).contains("5 addresses", "No such address", "Complained", "By hand");
        assertThat(rows(page("/suppressed?reason=COMPLAINT"))).containsExactly("complaint@example.org");
        assertThat(rows(page("/suppressed?q=soft&reason=nonsense"))).containsExactly("soft_bounces@example.org");
        assertThat(page("/suppressed?q=nobody").text()).contains("No address fits.");
        assertThat(ask("/suppressed/export?q=cmd").getContentAsString())
                .contains("'=cmd@example.org,No such address,'=1+1,");
    }

    @Test
    void standWithTheLatestFirstAlsoWhenTheyCameASecondTime() throws Exception {
        fixtures.one(workspace.id(), "first@example.org", "no such user");
        fixtures.one(workspace.id(), "second@example.org", "no such user");
        send(page("/suppressed?q=first").select("td a").attr("href").replace(workspace.path(""), ""));
        fixtures.one(workspace.id(), "first@example.org", "no such user");

        assertThat(rows(page("/suppressed"))).containsExactly("first@example.org", "second@example.org");
        var first = WorkspaceScope.call(
                workspace.id(),
                () -> store.listed(new EmailAddress("first@example.org")).orElseThrow());
        assertThat(rows(page("/suppressed?before=" + first.id()))).containsExactly("second@example.org");
    }

    @Test
    void stopMailByHandAndLetItGoAgain() throws Exception {
        assertThat(send("/suppressed", "email", "ana@", "why", "asked me").getStatus())
                .isEqualTo(422);
        assertThat(mailable()).isTrue();

        send("/suppressed", "email", " Ana@Example.com ", "why", "asked me");
        assertThat(mailable()).isFalse();
        assertThat(page("/contacts/" + ana).text())
                .contains(
                        "By hand", "asked me", "Gets no more mail by your word", "Gets no broadcasts and no sequences")
                .doesNotContain("Gets your sequences");
        assertThat(page("/contacts").text()).contains("By hand");

        var lifting = page("/suppressed").select("td a").attr("href");
        assertThat(page(lifting.replace(workspace.path(""), "")).text()).contains("Mail ana@example.com again?");
        assertThat(mailable()).as("after a look").isFalse();
        send(lifting.replace(workspace.path(""), ""));
        assertThat(mailable()).isTrue();
        assertThat(send(lifting.replace(workspace.path(""), "")).getStatus()).isEqualTo(404);
        assertThat(page("/contacts/" + ana).text()).contains("Gets mail again by your word");
    }

    @Test
    void areNoEditorsWorkForAViewer() throws Exception {
        fixtures.some(workspace.id());
        var viewer = accounts.member(workspace, Role.VIEWER);

        assertThat(ask(viewer, "/suppressed").getContentAsString())
                .contains("hard_bounce@example.org")
                .doesNotContain("/lifting");
        assertThat(mvc.perform(post(workspace.path("/suppressed"))
                                .param("email", "ana@example.com")
                                .with(viewer.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void areLiftedByThePersonWhoComesBackButNotAgainstTheAuthorsWord() {
        fixtures.one(workspace.id(), "ana@example.com", "no such user");
        comeBack();
        assertThat(mailable()).isTrue();

        WorkspaceScope.run(
                workspace.id(),
                () -> suppressions.suppress(List.of(new Suppression(
                        new EmailAddress("ana@example.com"), SuppressionReason.BY_HAND, "", Instant.now()))));
        comeBack();
        assertThat(mailable()).isFalse();
    }

    private void comeBack() {
        WorkspaceScope.run(workspace.id(), () -> {
            audience.unsubscribe(ana, "complaint", Instant.now());
            audience.resubscribe(ana, "Send me the letters.", "/preferences", Instant.now());
        });
    }

    @Test
    void goWithThePersonWhoIsErased() {
        fixtures.one(workspace.id(), "ana@example.com", "no such user");

        WorkspaceScope.run(workspace.id(), () -> erasure.erase(ana));

        assertThat(WorkspaceScope.call(workspace.id(), () -> suppressions.of(new EmailAddress("ana@example.com"))))
                .isEmpty();
    }

    private boolean mailable() {
        return !WorkspaceScope.call(workspace.id(), () -> recipients.of(List.of(ana)))
                .isEmpty();
    }

    private static List<String> rows(Document page) {
        return page.select("tbody th").eachText();
    }

    private Document page(String path) throws Exception {
        var answer = ask(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return ask(workspace.owner(), path);
    }

    private MockHttpServletResponse ask(TestPerson person, String path) throws Exception {
        return mvc.perform(get(URI.create(workspace.path(path))).with(person.signedIn()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        var request = post(workspace.path(path)).with(workspace.owner().signedIn());
        for (int field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
