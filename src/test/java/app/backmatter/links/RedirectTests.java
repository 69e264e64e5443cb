package app.backmatter.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.database.BatchWriter;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class RedirectTests {
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148"
                    + " Safari/604.1";

    private final Source place = Source.place(UUID.randomUUID());
    private final HttpClient browser = HttpClient.newHttpClient();

    @Autowired
    ShortLinks links;

    @Autowired
    BatchWriter<?> clickWriter;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestWorkspace workspace;
    private LinkView link;

    @BeforeEach
    void makeLink() {
        workspace = fixtures.workspace();
        link = WorkspaceScope.call(workspace.id(), () -> links.create(place));
    }

    @Test
    void leadsToItsTargetAndSaysWhereTheReaderCameFrom() throws Exception {
        point("/p/ada/gift");
        var answer = follow("GET", link.code(), PHONE);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/p/ada/gift?from=" + link.code());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void understandsACodeTypedInCapitals() throws Exception {
        point("/p/ada/gift");
        assertThat(follow("GET", link.code().toUpperCase(Locale.ROOT), PHONE).statusCode())
                .isEqualTo(302);
    }

    @Test
    void leadsElsewhereAtOnceWhenPointedAnew() throws Exception {
        point("/p/ada/gift");
        follow("GET", link.code(), PHONE);
        point("/p/ada/other?utm_campaign=x");
        assertThat(follow("GET", link.code(), PHONE).headers().firstValue("Location"))
                .contains("/p/ada/other?utm_campaign=x&from=" + link.code());
    }

    @Test
    void tellsAnEarlyReaderKindlyWhoseLinkItIs() throws Exception {
        var answer = follow("GET", link.code(), PHONE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Ada Quill").contains("stays good");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void knowsNothingOfOtherCodes() throws Exception {
        assertThat(follow("GET", "zzzzzzz", PHONE).statusCode()).isEqualTo(404);
        assertThat(follow("GET", "%3Cscript%3E", PHONE).statusCode()).isEqualTo(404);
        assertThat(follow("GET", "x".repeat(5000), PHONE).statusCode()).isEqualTo(404);
        assertThat(follow("GET", "", PHONE).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsEveryClickWithItsPlace() throws Exception {
        point("/p/ada/gift");
        for (int i = 0; i < 50; i++) {
            follow("GET", link.code(), PHONE);
        }
        clickWriter.flush();
        assertThat(clicksInTheDatabase()).isEqualTo(50);
        WorkspaceScope.run(workspace.id(), () -> {
            assertThat(links.get(link.id()).clicks()).isEqualTo(50);
            assertThat(links.get(link.id()).source()).isEqualTo(place);
        });
    }

    @Test
    void countsPeopleNotMachines() throws Exception {
        point("/p/ada/gift");
        follow("GET", link.code(), PHONE);
        follow("GET", link.code(), "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        follow("GET", link.code(), "WhatsApp/2.23.20.0");
        follow("HEAD", link.code(), PHONE);
        clickWriter.flush();
        assertThat(clicksInTheDatabase()).isEqualTo(3);
        WorkspaceScope.run(
                workspace.id(), () -> assertThat(links.get(link.id()).clicks()).isEqualTo(1));
    }

    @Test
    void leavesTheHopOnAnotherSiteToOthers() {
        for (var elsewhere : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nX: y"}) {
            assertThatThrownBy(() -> point(elsewhere)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void belongsToItsWorkspaceAlone() {
        point("/p/ada/gift");
        WorkspaceScope.run(
                workspace.id(), () -> assertThat(links.sourceOf(link.code())).isEqualTo(place));
        WorkspaceScope.run(fixtures.workspace().id(), () -> {
            assertThat(links.sourceOf(link.code())).isEqualTo(Source.DIRECT);
            assertThat(links.findAll(List.of(link.id()))).isEmpty();
            assertThatThrownBy(() -> links.point(link.id(), "/p/x/y")).isInstanceOf(RuntimeException.class);
        });
    }

    private void point(String target) {
        WorkspaceScope.run(workspace.id(), () -> links.point(link.id(), target));
    }

    private HttpResponse<String> follow(String method, String code, String userAgent)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/go/" + code))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("User-Agent", userAgent)
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private long clicksInTheDatabase() {
        return jdbc.sql("select count(*) from clicks where workspace_id = ? and link_id = ?")
                .param(workspace.id().value())
                .param(link.id().value())
                .query(Long.class)
                .single();
    }
}
