package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.segment.Rule;
import app.backmatter.audience.segment.Segment;
import app.backmatter.audience.segment.SegmentStore;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.domain.BroadcastDraft;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.Browser;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.Pictures;
import app.backmatter.support.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@BackmatterTest
class BroadcastPagesTests {
    private static final String EVIL = "<script>x</script> [[${777777777+7}]] ${777777777+7}";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    WriteBroadcast write;

    @Autowired
    SegmentStore segments;

    @Autowired
    BroadcastFixtures sentBroadcasts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;
    String page;
    /** What the answer before says to the next page. */
    Map<String, Object> flash = Map.of();

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() throws Exception {
        workspace = accounts.workspace();
        page = perform(post(workspace.path("/mail/broadcasts")).param("subject", "The map"))
                .getRedirectedUrl();
    }

    @Test
    void anAuthorComposesWithoutScripts() throws Exception {
        var funnel = funnels.publishedFreeGift(workspace);
        var product = funnel.products().get(FunnelPart.TRIPWIRE).value();
        type("add button 1", "blocks[0].markdown", "Hello {first_name|friend},\n\nlook.");
        type("add divider 0", "blocks[1].label", "Look", "blocks[1].link", "https://example.com/map");
        type("add product 3");
        type("add book 4", "blocks[3].chosen", product.toString());
        type("up 4", "blocks[4].chosen", choice("blocks[4].chosen"));
        assertThat(blocks())
                .extracting(block -> block.getClass().getSimpleName())
                .containsExactly("Divider", "Text", "Button", "Book", "Product");
        type("down 0");
        type("remove 1", "blocks[2].label", "Look here");
        assertThat(blocks()).hasSize(4);
        removeAndUndo(2);
        type("save", "subject", "The map is out", "preheader", "On page 212");

        assertThat(blocks())
                .extracting(block -> block.getClass().getSimpleName())
                .containsExactly("Text", "Button", "Book", "Product");
        assertThat(blocks().get(1)).isEqualTo(new Block.Button("Look here", "https://example.com/map"));
        assertThat(draft().subject()).isEqualTo("The map is out");
        assertThat(open(page).select(".field-todo, #ready li")).isEmpty();

        var mail = Jsoup.parse(body(page + "/document"));
        assertThat(mail.text()).contains("Hello Mary,", "Look here", "Look at the book", "$19");
        assertThat(mail.select("a[href=https://example.com/map]")).hasSize(1);
        assertThat(mail.text()).doesNotContain("\uE000");
    }

    @Test
    void showsWhatWasSentAsItWasSent() throws Exception {
        var sent = workspace.path("/mail/broadcasts/" + sentBroadcasts.started(workspace));

        assertThat(body(sent + "/document?reader=nameless")).contains("<p>Dear reader,</p>", "Größe");
        assertThat(open(sent + "/preview?as=text").select(".mail-text").text())
                .contains("Dear Mary,", "Größe: https://example.com/book");
    }

    @Test
    void tellsWhatIsMissingAndKeepsItAllTheSame() throws Exception {
        type("add button 1", "subject", "", "blocks[0].markdown", "Dear {name}, [look](map.html)");
        type("add picture 2");
        type("add book 3", "blocks[1].link", "javascript:alert(1)");

        var told = open(page);
        assertThat(told.select("#ready li").eachText())
                .containsExactly(
                        "Give it a subject.",
                        "There is nothing to fill in for {name}. Known is {first_name}.",
                        "The link to “map.html” leads nowhere: an address begins with https:// or http://.",
                        "Say what stands on the button.",
                        "Where it leads must be an address that begins with https:// or http://.",
                        "Choose the picture, or remove the block.",
                        "Say what the picture shows.",
                        "Choose a book, or remove the block.");
        assertThat(told.getElementById("blocks[1].link-notes").text()).contains("begins with https://");
        assertThat(told.getElementById("blocks[1].link").val()).isEqualTo("javascript:alert(1)");
        assertThat(body(page + "/document")).doesNotContain("javascript:");
        type("remove 0");
        type("remove 0");
        type("remove 0");
        type("remove 0");
        type("remove 0");
        assertThat(open(page).select("#ready li").eachText()).contains("Nothing stands in it yet.");
    }

    @Test
    void aGreetingAloneDoesNotLeave() throws Exception {
        assertThat(open(page).getElementById("blocks[0].markdown-notes").text())
                .contains("Only the greeting stands here yet.");
        var answer = perform(post(page + "/departure"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Something in it is missing or wrong");
        type(
                "save",
                "blocks[0].markdown",
                blocks().getFirst() instanceof Block.Text text ? text.markdown() + "Look." : "");
        assertThat(open(page).select("#ready li")).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongAndLosesNothing() throws Exception {
        var answer = send("save", "subject", "s".repeat(201), "blocks[0].markdown", "m".repeat(20_001));
        assertThat(answer.getStatus()).isEqualTo(422);
        var again = Jsoup.parse(answer.getContentAsString());
        assertThat(again.getElementById("subject").val()).hasSize(201);
        assertThat(again.getElementById("blocks[0].markdown").val()).hasSize(20_001);
        assertThat(again.select(".field-error").eachText())
                .containsExactly(
                        "A subject has at most 200 characters.", "Write something, at most 20,000 characters.");
        assertThat(draft().subject()).isEqualTo("The map");
    }

    @Test
    void nobodyOverwritesUnseenWhatSomebodyElseWrote() throws Exception {
        var opened = form(open(page));
        type("save", "subject", "Theirs");

        var answer = submit(opened, "save", "subject", "Mine");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(draft().subject()).isEqualTo("Theirs");
        var again = Jsoup.parse(answer.getContentAsString());
        assertThat(again.getElementById("subject").val()).isEqualTo("Mine");
        assertThat(submit(form(again), "save").getStatus()).isEqualTo(302);
        assertThat(draft().subject()).isEqualTo("Mine");
    }

    @Test
    void takesNonsenseForNothing() throws Exception {
        for (var act : List.of("add", "add 7", "add x 1", "up", "up 99", "down -1", "remove 40", "undo 1", "x", "")) {
            assertThat(send(act).getStatus()).as(act).isEqualTo(302);
        }
        assertThat(send("save", "blocks[200].kind", "text", "blocks[7].markdown", "x", "blocks[9].kind", "y")
                        .getStatus())
                .isLessThan(500);
        assertThat(send("save", "blocks[99999999].kind", "text").getStatus()).isLessThan(500);
        assertThat(send("save", "version", "x").getStatus()).isEqualTo(409);
        assertThat(send("save", "segment", "x", "except", "y").getStatus()).isEqualTo(302);
        var many = new ArrayList<String>();
        for (int block = 0; block < 41; block++) {
            many.addAll(List.of("blocks[%d].kind".formatted(block), "divider"));
        }
        assertThat(send("save", many.toArray(String[]::new)).getStatus()).isEqualTo(422);
    }

    @Test
    void putsPicturesInAndLetsThemGo() throws Exception {
        type("add picture 1");
        assertThat(upload("not a picture".getBytes(StandardCharsets.UTF_8)).getStatus())
                .isEqualTo(422);
        assertThat(upload(Pictures.png(300, 200)).getRedirectedUrl()).isEqualTo(page + "#block-1");
        var picture = (Block.Picture) blocks().get(1);
        assertThat(picture.width()).isEqualTo(300);
        assertThat(picture.alternative()).isEqualTo("A map");
        var shown = Jsoup.parse(body(page + "/document")).selectFirst("img");
        assertThat(shown.attr("src")).endsWith("/media/" + picture.file());
        assertThat(shown.attr("width")).isEqualTo("300");
        assertThat(perform(get("/media/" + picture.file())).getHeader("Cache-Control"))
                .contains("immutable");

        var copy = perform(post(page + "/copies")).getRedirectedUrl();
        assertThat(copy).isNotEqualTo(page);
        assertThat(isKept(picture)).isTrue();
        perform(post(page + "/deletion"));
        assertThat(perform(get(page)).getStatus()).isEqualTo(404);
        assertThat(isKept(picture)).as("while a copy shows it").isTrue();
        page = copy;
        type("remove 1");
        assertThat(isKept(picture)).isFalse();
        removeAndUndo(0);
        type(
                "save",
                "blocks[1].kind",
                "picture",
                "blocks[1].file",
                picture.file().toString());
        assertThat(isKept(picture)).isTrue();
        type("save", "blocks[1].file", accounts.workspace().id().toString());
        assertThat(((Block.Picture) blocks().get(1)).file()).as("of another").isNull();
        assertThat(draft().subject()).isEqualTo("The map");
    }

    @Test
    void showsItAsItsReadersGetIt() throws Exception {
        type(
                "save",
                "subject",
                "For {first_name|you}",
                "blocks[0].markdown",
                "Hello {first_name|friend}, [look](https://example.com/a) " + EVIL);
        jdbc.sql("""
            insert into contacts (id, workspace_id, email, first_name, status, status_at, first_source_kind,
                first_source_label, last_source_kind, last_source_label, last_source_at, joined_at)
            values (uuidv7(), ?, 'ana@example.com', 'Ana', 'SUBSCRIBED', now(), 'DIRECT', '', 'DIRECT', '', now(), now())\
            """).param(workspace.id().value()).update();

        var look = open(page + "/preview?as=text");
        assertThat(look.select("pre").text()).contains("Hello Mary", "look (https://example.com/a)", "${777777777+7}");
        var ana = look.select("#reader option:contains(ana@example.com)").val();
        assertThat(open(page + "/preview?as=text&reader=" + ana).text()).contains("Hello Ana,", "For Ana");
        assertThat(body(page + "/document?reader=" + ana))
                .contains("Hello Ana,")
                .doesNotContain("<script");
        assertThat(body(page + "/document?reader=nameless")).contains("Hello friend,");
        assertThat(open(page).select("#ready").text()).contains("It goes to 1 reader,");
        var headers = perform(get(page + "/document"));
        assertThat(headers.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox", "img-src 'self'")
                .doesNotContain("script-src");
        assertThat(body(page) + body(page + "/preview"))
                .doesNotContain("777777784")
                .doesNotContain("<script>x");
    }

    @Test
    void mailsATestToWhoeverWritesIt() throws Exception {
        type("test", "subject", "For {first_name|you}", "blocks[0].markdown", "Hello {first_name|friend}, look.");

        var mail = new Mailbox(jdbc, workspace.id())
                .waitForOneTo(workspace.owner().email().value(), "Test: For");
        assertThat(Jsoup.parse(mail.html()).text()).contains("look.").contains("Unsubscribe");
        assertThat(mail.text()).contains("look.").doesNotContain("{first_name").doesNotContain("<");
        assertThat(mail.unsubscribe()).startsWith("http");
        assertThat(flash.get("flash")).asString().contains("on its way");
        for (int more = 0; more < 20; more++) {
            type("test");
        }
        assertThat(flash.get("flash")).asString().contains("many tests");
        assertThat(jdbc.sql("select count(*) from messages where workspace_id = ? and template = 'broadcast-test'")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void goesToSegmentsThatThereAre() throws Exception {
        var readers = segment("Readers");
        var buyers = segment("Buyers");
        type("save", "segment", readers.toString(), "except", buyers.toString());

        assertThat(draft().addressed().segment()).isEqualTo(readers);
        assertThat(draft().addressed().except()).containsExactly(buyers);
        assertThat(open(workspace.path("/mail/broadcasts")).text()).contains("Readers");
        var foreign = SegmentId.next().toString();
        assertThat(send("save", "segment", foreign).getStatus()).isEqualTo(422);
        assertThat(open(page).select("option[selected]").text()).contains("Readers");
        assertThat(open(page).select("input[name=except][checked]")).hasSize(1);
    }

    @Test
    void staysAsItIsOnceItIsNoDraft() throws Exception {
        var opened = form(open(page));
        jdbc.sql("update broadcasts set state = 'SCHEDULED', starts_at = now() + interval '1 day' where id = ?")
                .param(id().value())
                .update();

        assertThat(open(page).select("form[action$=/copies]")).hasSize(1);
        assertThat(open(page).select("textarea, [name=act]")).isEmpty();
        assertThat(submit(opened, "save", "subject", "Other").getStatus()).isEqualTo(409);
        assertThat(perform(post(page + "/deletion")).getStatus()).isEqualTo(404);
        assertThat(upload(Pictures.png(30, 20)).getStatus()).isEqualTo(404);
        assertThat(draft().subject()).isEqualTo("The map");
        page = perform(post(page + "/copies")).getRedirectedUrl();
        type("save", "subject", "Other");
        assertThat(draft().subject()).isEqualTo("Other");
    }

    /** As a browser does it, whose session tells the next page what was removed. */
    private void removeAndUndo(int place) {
        var author = Browser.on(port).withCookie(workspace.owner().cookie());
        for (var act : List.of("remove " + place, "undo " + place)) {
            var form = form(Jsoup.parse(author.get(page).body()));
            var typed = new LinkedHashMap<String, String>();
            form.formData().forEach(field -> typed.put(field.key(), field.value()));
            typed.put("act", act);
            author.post(page, typed);
            assertThat(author.status()).as(act).isEqualTo(302);
        }
    }

    private SegmentId segment(String name) {
        var id = SegmentId.next();
        WorkspaceScope.run(workspace.id(), () -> segments.keep(new Segment(id, name, Rule.EVERYBODY)));
        return id;
    }

    private boolean isKept(Block.Picture picture) {
        return jdbc.sql("select kept_at is not null from files where id = ?")
                .param(picture.file().value())
                .query(Boolean.class)
                .single();
    }

    private String choice(String field) throws Exception {
        return open(page).getElementById(field).select("option").get(1).val();
    }

    private BroadcastDraft draft() {
        return WorkspaceScope.call(
                workspace.id(), () -> write.find(id()).orElseThrow().draft());
    }

    private List<Block> blocks() {
        return draft().content().blocks();
    }

    private BroadcastId id() {
        return BroadcastId.of(page.substring(page.lastIndexOf('/') + 1));
    }

    private MockHttpServletResponse upload(byte[] picture) throws Exception {
        var file = new MockMultipartFile("picture", "map.png", "image/png", picture);
        return perform(multipart(page + "/pictures").file(file).param("at", "1").param("alternative", "A map"));
    }

    /** Fills the form that is open and presses one of its buttons. */
    private void type(String act, String... typed) throws Exception {
        var answer = send(act, typed);
        assertThat(answer.getStatus()).as(act).isEqualTo(302);
    }

    private MockHttpServletResponse send(String act, String... typed) throws Exception {
        return submit(form(open(page)), act, typed);
    }

    private static FormElement form(Document page) {
        return (FormElement) page.getElementById("draft");
    }

    private MockHttpServletResponse submit(FormElement form, String act, String... typed) throws Exception {
        var request = post(page).param("act", act);
        for (int each = 0; each < typed.length; each += 2) {
            request.param(typed[each], typed[each + 1]);
        }
        var names = List.of(typed);
        form.formData().stream()
                .filter(field -> !names.contains(field.key()) && !field.key().equals("act"))
                .forEach(field -> request.param(field.key(), field.value()));
        return perform(request);
    }

    private Document open(String path) throws Exception {
        return Jsoup.parse(body(path));
    }

    private String body(String path) throws Exception {
        var answer = perform(get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var result = mvc.perform(request.with(workspace.owner().signedIn()).with(csrf()))
                .andReturn();
        flash = result.getFlashMap();
        return result.getResponse();
    }
}
