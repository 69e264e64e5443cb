package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.accounts.Role;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.mail.content.Block;
import app.backmatter.orders.OfferKind;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.EditionFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.ImportFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.SegmentFixtures;
import app.backmatter.support.SendingFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.SuppressionFixtures;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Pages offer a member what the member's role may do, and nothing else: walked link by link in a full workspace. */
@BackmatterTest
class RolesTests {
    private static final int MOST = 500;
    /** What everybody may post. */
    private static final Set<String> HARMLESS = Set.of("/sign-out", "/theme");

    @Autowired
    ImportFixtures imports;

    @Autowired
    SuppressionFixtures suppressions;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    OrderFixtures orders;

    @Autowired
    SegmentFixtures segments;

    @Autowired
    SendingFixtures sending;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    EditionFixtures editions;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;

    @BeforeEach
    void fillWorkspace() throws Exception {
        workspace = accounts.workspace();
        var funnel = funnels.publishedFreeGift(workspace);
        funnels.draft(workspace);
        var paid =
                OrderFixtures.lineOf(funnel.products().get(FunnelPart.TRIPWIRE), "Workbook", OfferKind.TRIPWIRE, 1900);
        orders.paidOrder(workspace.id(), paid);
        coupons.open(workspace.id(), "LAUNCH", 20);
        segments.tagged(workspace.id(), "Buyers", "buyer");
        drafts.draft(workspace, "The map is out", new Block.Text("Look."));
        imports.some(workspace.id());
        suppressions.some(workspace.id());
        sending.signingKey(workspace, "example.org");
        editions.delivering(
                workspace, "The novel", editions.ebook(workspace, "book.pdf", SmallPdf.page("The Quiet Harbour")));
        mvc.perform(post(funnel.path()).param("email", "ana@example.com"));
        new Mailbox(jdbc, workspace.id()).waitForOneTo("ana@example.com");
        var archived = funnel.products().get(FunnelPart.CROSS_SELL);
        mvc.perform(post(workspace.path("/products/" + archived + "/archival"))
                .with(workspace.owner().signedIn())
                .with(csrf()));
    }

    @Test
    void offersAViewerNothingThatTheRoleRefuses() throws Exception {
        var pages = walk(accounts.member(workspace, Role.VIEWER));

        assertThat(pages).hasSizeGreaterThan(25);
        pages.forEach((path, page) -> assertThat(forms(page)).as(path).isEmpty());
    }

    @Test
    void showsAViewerNoFormOnAnyPageThatAnEditorReaches() throws Exception {
        var viewer = accounts.member(workspace, Role.VIEWER);
        var pages = walk(accounts.member(workspace, Role.EDITOR));

        assertThat(pages.values()).anyMatch(page -> !forms(page).isEmpty());
        for (var path : pages.keySet()) {
            var answer = ask(viewer, path);
            assertThat(answer.getStatus()).as(path).isIn(200, 403);
            assertThat(forms(Jsoup.parse(answer.getContentAsString()))).as(path).isEmpty();
        }
    }

    @Test
    void offersAnEditorNothingThatIsForOwners() throws Exception {
        var pages = walk(accounts.member(workspace, Role.EDITOR));

        pages.forEach((path, page) -> assertThat(page.select("a[href$=/settings], a[href$=/members]"))
                .as(path)
                .isEmpty());
        assertThat(walk(workspace.owner())).containsKey(workspace.path("/settings"));
    }

    @Test
    void letsAViewerPressAPreviewsButtons() throws Exception {
        var viewer = accounts.member(workspace, Role.VIEWER);
        var preview = walk(viewer).keySet().stream()
                .filter(path -> path.contains("/steps/") && path.endsWith("/preview"))
                .findFirst()
                .orElseThrow();
        assertThat(mvc.perform(post(preview).with(viewer.signedIn()).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
    }

    /** Every page of the workspace that can be reached from its first one; each must answer. */
    private Map<String, Document> walk(TestPerson person) throws Exception {
        var pages = new LinkedHashMap<String, Document>();
        var ahead = new ArrayDeque<String>();
        ahead.add(workspace.path(""));
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            if (pages.containsKey(bare(path))) {
                continue;
            }
            var answer = ask(person, path);
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
                var page = Jsoup.parse(answer.getContentAsString());
                pages.put(bare(path), page);
                page.select("a[href^=" + workspace.path("") + "]")
                        .eachAttr("href")
                        .forEach(ahead::add);
            }
            assertThat(pages).hasSizeLessThan(MOST);
        }
        return pages;
    }

    private MockHttpServletResponse ask(TestPerson person, String path) throws Exception {
        return mvc.perform(get(URI.create(path)).with(person.signedIn()))
                .andReturn()
                .getResponse();
    }

    private static String bare(String path) {
        return path.replaceFirst("[?#].*", "");
    }

    private static List<String> forms(Document page) {
        return page.select("form[method=post]").eachAttr("action").stream()
                // a preview's buttons post to the preview itself, which changes nothing
                .filter(action -> !HARMLESS.contains(action) && !action.startsWith("#"))
                .toList();
    }
}
