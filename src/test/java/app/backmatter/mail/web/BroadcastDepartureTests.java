package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.backmatter.audience.Addressed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.broadcast.BroadcastFigures;
import app.backmatter.mail.broadcast.BroadcastProgress;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.domain.BroadcastDraft;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.BroadcastWatch;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** From the author's button to the reader's click. */
@BackmatterTest
class BroadcastDepartureTests {
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    WriteBroadcast write;

    @Autowired
    BroadcastFigures figures;

    @Autowired
    BroadcastWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    TestWorkspace workspace;
    final SmtpSink sink = SmtpSink.keeping();

    @BeforeEach
    void open() {
        workspace = accounts.publishingWorkspace();
    }

    @AfterEach
    void close() {
        watch.end();
        sink.close();
    }

    @Test
    void aBroadcastLeavesAndItsOpensAndClicksAreCountedByPeopleAlone() throws Exception {
        broadcasts.subscribers(workspace, 3);
        var id = draft("Look: [the map](https://example.com/map)");

        assertThat(page(id, "/departure").select("h1").text()).isEqualTo("Send “The map” to 3 readers?");
        perform(MockMvcRequestBuilders.post(workspace.path("/tags/rules"))
                .param("event", "CLICKED")
                .param("subject", "https://example.com/map")
                .param("tag", "curious"));
        send(id);

        assertThat(page(id, "").text()).contains("3 of 3 sent");
        var link = address("/c/[a-z0-9]{10}/[A-Za-z0-9_-]{22}");
        var picture = address("/o/[A-Za-z0-9_-]{22}");
        assertThat(follow("HEAD", link, PHONE).headers().firstValue("Location")).contains("https://example.com/map");
        follow("GET", link, "Barracuda Sentinel");
        follow("GET", picture, "Mozilla/5.0 (via ggpht.com GoogleImageProxy)");
        await().until(() -> progress(id).proxied() == 1);
        assertThat(progress(id)).returns(0L, BroadcastProgress::clicked).returns(0L, BroadcastProgress::opened);

        follow("GET", link, PHONE);
        follow("GET", link, PHONE);
        follow("GET", picture, PHONE);
        await().until(() -> progress(id).opened() == 1 && progress(id).clicked() == 1);
        assertThat(jdbc.sql("select count(*) from contacts where workspace_id = ? and clicked_at is not null and"
                                + " opened_at is not null and 'curious' = any(tags)")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLinkToAnOwnPageSaysWhereTheReaderCameFrom() throws Exception {
        broadcasts.subscribers(workspace, 1);
        send(draft("[the gift](http://localhost:8080/p/x/gift)"));

        var answer = follow("GET", address("/c/[a-z0-9]{10}/[A-Za-z0-9_-]{22}"), PHONE);

        var from = answer.headers().firstValue("Location").orElseThrow();
        assertThat(from).matches("http://localhost:8080/p/x/gift\\?from=[a-z0-9]{7}");
        assertThat(jdbc.sql("select source_kind from short_links where code = ?")
                        .param(from.substring(from.length() - 7))
                        .query(String.class)
                        .single())
                .isEqualTo("EMAIL");
    }

    @Test
    void whatIsMadeUpCountsNothingAndLeadsNowhere() throws Exception {
        assertThat(follow("GET", "/c/abcdefghjk/0000000000000000000000", PHONE).statusCode())
                .isEqualTo(404);
        assertThat(follow("GET", "/o/0000000000000000000000", PHONE).statusCode())
                .isEqualTo(200);
        assertThat(follow("GET", "/o/%00", PHONE).statusCode()).isLessThan(500);
        assertThat(follow("GET", "/c/", PHONE).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhatKeepsItFromLeaving() throws Exception {
        assertThat(refused(draft("Hello"))).contains("Nobody would get it");
        broadcasts.subscribers(workspace, 1);
        assertThat(refused(draft(""))).contains("missing or wrong");
    }

    @Test
    void canBePausedResumedAndCancelled() throws Exception {
        broadcasts.subscribers(workspace, 2);
        var id = draft("Hello");
        post(id, "/departure");
        assertThat(page(id, "").select("form[action$=/pause]")).hasSize(1);
        post(id, "/pause");
        assertThat(page(id, "").text()).contains("Paused", "0 of 2 sent");
        post(id, "/resumption");
        assertThat(watch.state(id)).isEqualTo("SENDING");
        assertThat(page(id, "/cancellation").text()).contains("Cancel “The map”?");
        post(id, "/cancellation");
        post(id, "/resumption");
        assertThat(watch.state(id)).isEqualTo("CANCELLED");
        assertThat(post(id, "/departure").getRedirectedUrl()).endsWith(id.toString());
        assertThat(watch.state(id)).isEqualTo("CANCELLED");
    }

    private BroadcastId draft(String words) {
        var content = new MailContent(List.of(new Block.Text(words)));
        return WorkspaceScope.call(
                workspace.id(), () -> write.begin(new BroadcastDraft("The map", "", content, Addressed.EVERYBODY)));
    }

    private void send(BroadcastId id) throws Exception {
        try (var server = watch.sendTo(sink)) {
            post(id, "/departure");
            watch.untilSent(id);
        }
    }

    private String refused(BroadcastId id) throws Exception {
        var answer = post(id, "/departure");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(watch.state(id)).isEqualTo("DRAFT");
        return Jsoup.parse(answer.getContentAsString()).select("[role=alert]").text();
    }

    private BroadcastProgress progress(BroadcastId id) {
        return WorkspaceScope.call(workspace.id(), () -> figures.progress(id));
    }

    /** The first address of that shape in what was sent. */
    private String address(String shape) {
        var all = String.join("", sink.kept()).replace("=\r\n", "");
        var found = Pattern.compile(shape).matcher(all);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private HttpResponse<Void> follow(String method, String path, String browser)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("User-Agent", browser)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    private Document page(BroadcastId id, String part) throws Exception {
        return Jsoup.parse(
                perform(get(workspace.path("/mail/broadcasts/" + id + part))).getContentAsString());
    }

    private MockHttpServletResponse post(BroadcastId id, String part) throws Exception {
        return perform(MockMvcRequestBuilders.post(workspace.path("/mail/broadcasts/" + id + part)));
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(workspace.owner().signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
