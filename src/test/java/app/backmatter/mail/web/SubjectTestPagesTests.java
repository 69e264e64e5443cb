package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.SubjectTest;
import app.backmatter.mail.domain.WinnerRule;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.BroadcastWatch;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Two subjects on the pages of their author. */
@BackmatterTest
class SubjectTestPagesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    WriteBroadcast write;

    @Autowired
    BroadcastWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;
    BroadcastId id;
    final SmtpSink sink = SmtpSink.keeping();

    @BeforeEach
    void open() {
        workspace = accounts.publishingWorkspace();
        broadcasts.subscribers(workspace, 30);
        id = drafts.draft(workspace, "First", new Block.Text("Hello"));
    }

    @AfterEach
    void close() {
        watch.end();
        sink.close();
    }

    @Test
    void theEditorKeepsWhatIsChosenAndTakesNonsenseForNothing() throws Exception {
        type("otherSubject", "Other", "percent", "30", "rule", "CLICKED", "hours", "24");
        assertThat(test()).isEqualTo(new SubjectTest("Other", 30, WinnerRule.CLICKED, 24));
        var page = page("");
        assertThat(page.select("details[open] #otherSubject").val()).isEqualTo("Other");
        assertThat(page.select("#percent [selected], #rule [selected], #hours [selected]")
                        .eachAttr("value"))
                .containsExactly("30", "CLICKED", "24");
        assertThat(page.select("#ready").text())
                .contains("About 9 readers get it first", "24 hours later", "a test says little");

        type("otherSubject", "Other", "percent", "100", "rule", "x", "hours", "-1");
        assertThat(test()).isEqualTo(new SubjectTest("Other", 20, WinnerRule.OPENED, 4));
        assertThat(perform(edit("otherSubject", "x".repeat(201))).getStatus()).isEqualTo(422);
        var copy = perform(post(path("/copies"))).getRedirectedUrl();
        assertThat(Jsoup.parse(perform(get(copy)).getContentAsString())
                        .select("#otherSubject")
                        .val())
                .isEqualTo("Other");
    }

    @Test
    void aSecondSubjectThatIsNoneKeepsItFromLeaving() throws Exception {
        type("otherSubject", "First");
        assertThat(page("").select("#otherSubject-notes .field-todo").text()).contains("same as the first");
        type("otherSubject", "For {nobody}");
        assertThat(page("").select("#ready li").text()).contains("{nobody}");
        assertThat(perform(post(path("/departure"))).getStatus()).isEqualTo(422);
    }

    @Test
    void aTestGoesToTheAuthorUnderBothSubjects() throws Exception {
        perform(edit("otherSubject", "Other", "act", "test"));
        await().until(() -> jdbc.sql("""
            select array_agg(subject order by subject) = '{Test: First,Test: Other}' from messages
            where workspace_id = ? and template = 'broadcast-test' and subject is not null\
            """)
                .param(workspace.id().value())
                .query((row, n) -> row.getBoolean(1))
                .single());
        assertThat(page("/preview").select(".facts").text()).contains("First", "Other");
    }

    @Test
    void threeReadersAreNotPromisedATest() throws Exception {
        workspace = accounts.publishingWorkspace();
        broadcasts.subscribers(workspace, 3);
        id = drafts.draft(workspace, "First", new Block.Text("Hello"));
        type("otherSubject", "Other", "percent", "20", "rule", "OPENED", "hours", "4");
        assertThat(page("").select("#ready").text())
                .contains("too few readers to compare")
                .doesNotContain("get it first", "says little");

        try (var server = watch.sendTo(sink)) {
            perform(post(path("/departure")));
            watch.until(() -> page("").text().contains("3 of 3 sent"));
        }
        var sent = page("");
        assertThat(sent.text()).contains("too few readers to try “Other” too");
        assertThat(sent.select("td[data-label=Sent]").eachText())
                .as("no table of nothing")
                .isNotEqualTo(List.of("0", "0"));
    }

    @Test
    void itsAuthorChoosesAfterBeingAsked() throws Exception {
        type("otherSubject", "Other", "percent", "50", "rule", "AUTHOR");
        assertThat(perform(get(path("/winner"))).getRedirectedUrl()).endsWith(id.toString());
        perform(post(path("/winner")).param("subject", "1"));
        try (var server = watch.sendTo(sink)) {
            perform(post(path("/departure")));
            await().until(() -> page("").text().contains("Choose what the others get."));
            assertThat(Jsoup.parse(perform(get(workspace.path(""))).getContentAsString())
                            .text())
                    .contains("choose which one the rest of the readers of “First” gets");
            assertThat(Jsoup.parse(perform(get(workspace.path("/mail/broadcasts")))
                                    .getContentAsString())
                            .select("td .badge")
                            .text())
                    .isEqualTo("Waiting");
            assertThat(perform(get(path("/winner")).param("subject", "1")).getContentAsString())
                    .contains("Send “Other” to the others?");
            assertThat(perform(get(path("/winner")).param("subject", "7")).getStatus())
                    .isEqualTo(404);
            assertThat(perform(post(path("/winner")).param("subject", "7")).getStatus())
                    .isEqualTo(404);
            perform(post(path("/pause")));
            assertThat(perform(get(path("/winner")).param("subject", "1")).getContentAsString())
                    .contains("when you resume it")
                    .doesNotContain(", now.");
            perform(post(path("/resumption")));
            perform(post(path("/winner")).param("subject", "1"));
            await().until(() -> page("").text().contains("30 of 30 sent"));
        }
        var ended = page("");
        assertThat(ended.text()).contains("You chose “Other”", "To everybody on the list: 30 readers");
        assertThat(ended.select("h1").text()).isEqualTo("Other");
        assertThat(ended.select("table th[scope=row]").text()).contains("First", "Other");
        assertThat(Jsoup.parse(perform(get(workspace.path("/mail/broadcasts"))).getContentAsString())
                        .select("th[scope=row]")
                        .text())
                .isEqualTo("Other");
        assertThat(perform(get(path("/winner"))).getRedirectedUrl()).endsWith(id.toString());
        // letters of others may leave meanwhile too
        sink.taken().keySet().removeIf(to -> !to.startsWith("reader-"));
        assertThat(sink.taken())
                .hasSize(30)
                .allSatisfy((to, times) -> assertThat(times).hasValue(1));
    }

    private SubjectTest test() {
        return WorkspaceScope.call(workspace.id(), () -> write.find(id))
                .map(BroadcastDetails::draft)
                .orElseThrow()
                .test();
    }

    private void type(String... typed) throws Exception {
        assertThat(perform(edit(typed)).getStatus()).isEqualTo(302);
    }

    private AbstractMockHttpServletRequestBuilder<?> edit(String... typed) throws Exception {
        var request = post(path(""))
                .param("subject", "First")
                .param("version", page("").select("#version").val())
                .param("blocks[0].kind", "text")
                .param("blocks[0].markdown", "Hello");
        for (int each = 0; each < typed.length; each += 2) {
            request.param(typed[each], typed[each + 1]);
        }
        return request;
    }

    private Document page(String part) throws Exception {
        return Jsoup.parse(perform(get(path(part))).getContentAsString());
    }

    private String path(String part) {
        return workspace.path("/mail/broadcasts/" + id + part);
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var answer = mvc.perform(request.with(workspace.owner().signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }
}
