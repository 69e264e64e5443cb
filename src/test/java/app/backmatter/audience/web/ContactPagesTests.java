package app.backmatter.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactView;
import app.backmatter.audience.SignUpMother;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Outbox;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@BackmatterTest
class ContactPagesTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Audience audience;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    FunnelFixtures funnels;

    TestWorkspace workspace;
    ContactId ana;

    @BeforeEach
    void signUpAna() {
        workspace = fixtures.workspace();
        ana = signUp("ana@example.com");
    }

    @Test
    void showsWhoCameAndTheWholeHistory() throws Exception {
        inScope(() -> audience.rename(ana, "<i>Ana</i>"));
        open("/contacts")
                .andExpect(content().string(Matchers.containsString("ana@example.com")))
                .andExpect(content().string(Matchers.containsString("&lt;i&gt;Ana&lt;/i&gt;")));
        open("/contacts/" + ana)
                .andExpect(content().string(Matchers.containsString("Send me the letters.")))
                .andExpect(content().string(Matchers.containsString("a page that is no more")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("/p/ana/gift"))));
    }

    @Test
    void tellsTheWholeStoryWithLinksAndNotes() throws Exception {
        outbox.queue(List.of(TestLetter.to(workspace.id(), ana, "ana@example.com", false, Map.of())));
        new Mailbox(jdbc, workspace.id()).waitForOneTo("ana@example.com");
        inScope(() -> audience.tag(ana, "early", Instant.now()));
        send("/contacts/" + ana + "/notes", "note", " Met her in <b>Leipzig</b>\nin spring ");
        send("/contacts/" + ana + "/notes", "note", "x".repeat(2001));

        var page = page("/contacts/" + ana);
        assertThat(page.select(".trail > li")).hasSize(4);
        assertThat(page.select(".trail-quote").eachText()).contains("Met her in <b>Leipzig</b> in spring");
        var mail = page.select(".trail a[href*=/mail/]").attr("href");
        open(mail.replace(workspace.path(""), "")).andExpect(status().isOk());
        assertThat(page("/contacts/" + ana + "?show=NOTES").select(".trail > li"))
                .hasSize(1);
        assertThat(page("/contacts/" + ana + "?show=ODD").select(".trail > li")).hasSize(4);

        var export = open("/contacts/" + ana + "/export")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(export)
                .contains(
                        "ana@example.com",
                        "Send me the letters.",
                        "Met her in",
                        "\"early\"",
                        "\"mails\"",
                        "\"orders\"");

        var note = page.select("form[action$=/notes/deletion] input[name=note]").val();
        send("/contacts/" + ana + "/notes/deletion", "note", note);
        assertThat(page("/contacts/" + ana + "?show=NOTES").select(".trail > li"))
                .isEmpty();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(open(path).andReturn().getResponse().getContentAsString());
    }

    @Test
    void namesTheFunnelWhoseFormWasFilledIn() throws Exception {
        var funnel = funnels.publishedFreeGift(workspace);
        var ben = audience.signUp(List.of(SignUpMother.ana(workspace.id(), Instant.now())
                        .withEmail("ben@example.com")
                        .at(funnel.path())
                        .build()))
                .getFirst()
                .contact();
        open("/contacts/" + ben)
                .andExpect(content().string(Matchers.containsString("the funnel “After the last page”")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(funnel.path()))));
    }

    @Test
    void pagesThroughEverybodyOnceNewestFirst() throws Exception {
        IntStream.range(0, 120).forEach(n -> signUp("reader%03d@example.com".formatted(n)));
        var seen = new ArrayList<String>();
        var next = Optional.of(workspace.path("/contacts"));
        while (next.isPresent()) {
            var page = Jsoup.parse(mvc.perform(
                            get(URI.create(next.get())).with(workspace.owner().signedIn()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            page.select("tbody th a").forEach(link -> seen.add(link.text()));
            next = Optional.ofNullable(page.selectFirst(".pagination a[href*=before]"))
                    .map(link -> link.attr("href"));
        }
        assertThat(seen).hasSize(121).doesNotHaveDuplicates().startsWith("reader119@example.com");
    }

    @Test
    void findsByNameStatusAndTag() throws Exception {
        var ben = signUp("ben@example.com");
        inScope(() -> {
            audience.rename(ben, "Benedict");
            audience.tag(ben, "vip & more", Instant.now());
            audience.confirm(ben, Instant.now());
        });
        for (var filter : List.of("q=NEDIC", "status=SUBSCRIBED", "tag=vip%20%26%20more", "q=ben%40")) {
            open("/contacts?" + filter)
                    .andExpect(content().string(Matchers.containsString("ben@example.com")))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("ana@example.com"))));
        }
        for (var odd : List.of("q=%25%27--", "status=x", "tag=%F0%9F%98%80")) {
            open("/contacts?" + odd).andExpect(status().isOk());
        }
        open("/contacts?q=%00").andExpect(status().isBadRequest());
        open("/contacts?before=x").andExpect(status().isNotFound());
    }

    @Test
    void tagsByHand() throws Exception {
        send("/contacts/" + ana + "/tags", "tag", "  early reader ").andExpect(status().is3xxRedirection());
        assertThat(find().tags()).containsExactly("early reader");
        send("/contacts/" + ana + "/tags", "tag", "x".repeat(61));
        send("/contacts/" + ana + "/tags", "tag", "\u0000");
        assertThat(find().tags()).containsExactly("early reader");
        send("/contacts/" + ana + "/tags/deletion", "tag", "early reader");
        assertThat(find().tags()).isEmpty();
    }

    @Test
    void unsubscribesByHand() throws Exception {
        send("/contacts/" + ana + "/unsubscription", "x", "");
        assertThat(find().status()).isEqualTo(ContactStatus.UNSUBSCRIBED);
    }

    @Test
    void saysOfAMailThatNoServerTookThatItWasKept() throws Exception {
        outbox.queue(List.of(TestLetter.to(workspace.id(), ana, "ana@example.com", false, Map.of())));
        new Mailbox(jdbc, workspace.id()).waitForOneTo("ana@example.com");

        await().untilAsserted(() -> open("/contacts/" + ana)
                .andExpect(content().string(Matchers.containsString("no mail server is set: the mail")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Got the mail")))));
    }

    @Test
    void erasesAPersonWithAllMails() throws Exception {
        outbox.queue(List.of(TestLetter.to(workspace.id(), ana, "ana@example.com", false, Map.of())));
        var mailbox = new Mailbox(jdbc, workspace.id());
        mailbox.waitForOneTo("ana@example.com");

        open("/contacts/" + ana + "/deletion")
                .andExpect(content().string(Matchers.containsString("Erase ana@example.com?")));
        assertThat(find()).isNotNull();
        send("/contacts/" + ana + "/deletion", "x", "").andExpect(status().is3xxRedirection());

        open("/contacts/" + ana).andExpect(status().isNotFound());
        await().untilAsserted(() -> assertThat(mailbox.all()).isEmpty());
    }

    @Test
    void anExportedCellRunsNothing() throws Exception {
        inScope(() -> audience.rename(ana, "=HYPERLINK(\"https://evil.example\")"));
        open("/contacts/export")
                .andExpect(content().string(Matchers.containsString("\"'=HYPERLINK(\"\"https://evil.example\"\")\"")))
                .andExpect(content().string(Matchers.containsString("ana@example.com")));
    }

    @Test
    void exportsEverybodyOnce() throws Exception {
        jdbc.sql("""
            insert into contacts (id, workspace_id, email, first_name, status, status_at, first_source_kind,
                first_source_label, last_source_kind, last_source_label, last_source_at, joined_at)
            select uuidv7(), :workspace, 'reader' || n || '@example.org', '', 'PENDING', now(), 'DIRECT', '', 'DIRECT',
                '', now(), now()
            from generate_series(1, 2000) as n
            """).param("workspace", workspace.id().value()).update();

        var csv = open("/contacts/export").andReturn().getResponse().getContentAsString();

        assertThat(csv.lines()).hasSize(2002).doesNotHaveDuplicates();
    }

    @Test
    void othersReachNobody() throws Exception {
        var other = fixtures.workspace();
        for (var path : List.of("/contacts/" + ana, "/contacts/" + ana + "/deletion", "/contacts/" + ana + "/export")) {
            mvc.perform(get(other.path(path)).with(other.owner().signedIn())).andExpect(status().isNotFound());
        }
        for (var path :
                List.of("/tags", "/tags/deletion", "/notes", "/notes/deletion", "/unsubscription", "/deletion")) {
            mvc.perform(post(other.path("/contacts/" + ana + path))
                            .with(other.owner().signedIn())
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
        var viewer = fixtures.member(workspace, Role.VIEWER);
        mvc.perform(post(workspace.path("/contacts/" + ana + "/deletion"))
                        .with(viewer.signedIn())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(find().status()).isEqualTo(ContactStatus.PENDING);
    }

    private ContactId signUp(String email) {
        var signUp = SignUpMother.ana(workspace.id(), Instant.now()).withEmail(email);
        return audience.signUp(List.of(signUp.build())).getFirst().contact();
    }

    private ContactView find() {
        return WorkspaceScope.call(workspace.id(), () -> audience.find(ana)).orElseThrow();
    }

    private void inScope(Runnable work) {
        WorkspaceScope.run(workspace.id(), work);
    }

    private ResultActions open(String path) throws Exception {
        return mvc.perform(
                get(URI.create(workspace.path(path))).with(workspace.owner().signedIn()));
    }

    private ResultActions send(String path, String name, String value) throws Exception {
        return mvc.perform(post(workspace.path(path))
                .param(name, value)
                .with(workspace.owner().signedIn())
                .with(csrf()));
    }
}
