package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactTokens;
import app.backmatter.audience.ContactView;
import app.backmatter.audience.SignUpMother;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.tracking.MessageCode;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@BackmatterTest
class SubscriptionPagesTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Audience audience;

    @Autowired
    ContactTokens tokens;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Value("${local.server.port}")
    int port;

    TestWorkspace workspace;
    ContactId ana;
    String token;

    @BeforeEach
    void subscribeAna() {
        workspace = fixtures.workspace();
        var signUp = SignUpMother.ana(workspace.id(), Instant.now()).singleOptIn();
        ana = audience.signUp(List.of(signUp.build())).getFirst().contact();
        token = tokens.of(workspace.id(), ana).orElseThrow();
    }

    @Test
    void lookingChangesNothing() throws Exception {
        mvc.perform(get("/unsubscribe/" + token))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("ana@example.com")));
        mvc.perform(head("/unsubscribe/" + token)).andExpect(status().isOk());
        mvc.perform(get("/unsubscribe/" + token))
                .andExpect(content().string(Matchers.containsString("Only change the name you are called by")));
        mvc.perform(get("/preferences/" + token)).andExpect(status().isOk());
        assertThat(find().status()).isEqualTo(ContactStatus.SUBSCRIBED);
    }

    @Test
    void oneClickNeedsNoCookieAndGivesNone() throws Exception {
        var answer = oneClick(token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(find().status()).isEqualTo(ContactStatus.UNSUBSCRIBED);
        assertThat(oneClick(token).statusCode()).isEqualTo(200);
    }

    @Test
    void sayWhetherTheButtonOfAMailProgramOrThePageWasPressed() throws Exception {
        oneClick(token);
        mvc.perform(post("/preferences/{token}/consent", token)).andExpect(status().is3xxRedirection());
        mvc.perform(post("/unsubscribe/" + token)).andExpect(status().isOk());

        assertThat(jdbc.sql("""
            select origin from consents where contact_id = ? and workspace_id = ? and kind = 'WITHDRAWN' order by at\
            """)
                        .params(ana.value(), workspace.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("one-click", "/unsubscribe");
        mvc.perform(get(workspace.path("/contacts/" + ana))
                        .with(workspace.owner().signedIn()))
                .andExpect(content().string(Matchers.containsString("the button of a mail program")));
    }

    @Test
    void countWhoLeftByABroadcastsMail() throws Exception {
        var mail = broadcasts.sent(workspace, ana);
        var others = broadcasts.sent(workspace, ben());
        var own = "/unsubscribe/" + token + "/" + MessageCode.of(mail);
        mvc.perform(get(own)).andExpect(content().string(Matchers.containsString("action=\"" + own + "\"")));
        assertThat(left(mail)).as("after a look").isEqualTo("0");

        mvc.perform(post("/unsubscribe/" + token + "/" + MessageCode.of(others)))
                .andExpect(status().isOk());
        assertThat(left(others)).as("by another one's mail").isEqualTo("0");
        mvc.perform(post("/preferences/{token}/consent", token)).andExpect(status().is3xxRedirection());
        mvc.perform(post(own)).andExpect(status().isOk());
        mvc.perform(post(own)).andExpect(status().isOk());
        assertThat(left(mail)).isEqualTo("1");
        mvc.perform(get("/unsubscribe/" + token + "/nonsense")).andExpect(status().isOk());
    }

    private ContactId ben() {
        var signUp = SignUpMother.ana(workspace.id(), Instant.now())
                .withEmail("ben@example.com")
                .singleOptIn();
        return audience.signUp(List.of(signUp.build())).getFirst().contact();
    }

    private String left(UUID mail) throws Exception {
        var broadcast = jdbc.sql("select broadcast_id from broadcast_messages where id = ?")
                .param(mail)
                .query(UUID.class)
                .single();
        var page = Jsoup.parse(mvc.perform(get(workspace.path("/mail/broadcasts/" + broadcast))
                        .with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString());
        return page.select("dt:contains(Left the list by this mail) + dd").text();
    }

    @Test
    void anAlteredTokenLeadsNowhere() throws Exception {
        var altered = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
        assertThat(oneClick(altered).statusCode()).isEqualTo(404);
        mvc.perform(get("/preferences/" + altered)).andExpect(status().isNotFound());
        mvc.perform(post("/preferences/{token}/consent", altered)).andExpect(status().isNotFound());
        assertThat(find().status()).isEqualTo(ContactStatus.SUBSCRIBED);
    }

    @Test
    void whoComesBackConsentsAnew() throws Exception {
        mvc.perform(post("/unsubscribe/" + token)).andExpect(status().isOk());
        mvc.perform(post("/preferences/{token}/consent", token)).andExpect(status().is3xxRedirection());
        mvc.perform(get("/preferences/" + token + "?done=back"))
                .andExpect(content().string(Matchers.containsString("Welcome back")));
        assertThat(find().status()).isEqualTo(ContactStatus.SUBSCRIBED);
    }

    @Test
    void aNameIsTakenAsItIs() throws Exception {
        mvc.perform(post("/preferences/" + token).param("firstName", "  <b>A\tna ${1234*5678}</b>\r\n"))
                .andExpect(status().is3xxRedirection());
        assertThat(find().firstName()).isEqualTo("<b>A na ${1234*5678}</b>");
        mvc.perform(get("/preferences/" + token))
                .andExpect(content().string(Matchers.containsString("&lt;b&gt;A na ${1234*5678}&lt;/b&gt;")));
        mvc.perform(post("/preferences/" + token).param("firstName", "x".repeat(5000)))
                .andExpect(status().is3xxRedirection());
        assertThat(find().firstName()).hasSize(100);
    }

    @Test
    void anotherSitesFormIsRefused() throws Exception {
        mvc.perform(post("/unsubscribe/" + token).header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        assertThat(find().status()).isEqualTo(ContactStatus.SUBSCRIBED);
    }

    private HttpResponse<String> oneClick(String to) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/unsubscribe/" + to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private ContactView find() {
        return WorkspaceScope.call(workspace.id(), () -> audience.find(ana)).orElseThrow();
    }
}
