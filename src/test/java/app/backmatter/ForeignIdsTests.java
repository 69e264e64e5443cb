package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import app.backmatter.mail.content.Block;
import app.backmatter.orders.OfferKind;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.EditionFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.ImportFixtures;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.SegmentFixtures;
import app.backmatter.support.SendingFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.SuppressionFixtures;
import app.backmatter.support.TestWorkspace;
import app.backmatter.support.WorkspaceIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address of a workspace that takes an id, with the ids of another workspace: nothing is there. */
@BackmatterTest
class ForeignIdsTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

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
    RefundFixtures refunds;

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
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void areNotFoundOnAnyRoute() throws Exception {
        var mine = accounts.workspace();
        var theirs = filled();
        var open = new ArrayList<String>();
        for (var route : routesWithIds()) {
            var path = path(route.pattern(), theirs);
            if (status(route.method(), path.replace("{w}", mine.slug()), mine, theirs) != 404
                    || status(route.method(), path.replace("{w}", theirs.slug()), mine, theirs) != 404) {
                open.add(route.toString());
            }
        }
        assertThat(routesWithIds()).hasSizeGreaterThan(40);
        assertThat(open).isEmpty();
    }

    /** Without this the walk above could pass on ids that nobody has. */
    @Test
    void areFoundByTheirOwners() throws Exception {
        var theirs = filled();
        var closed = new ArrayList<String>();
        for (var route : routesWithIds()) {
            var path = path(route.pattern(), theirs).replace("{w}", theirs.slug());
            if (route.method() == HttpMethod.GET && status(route.method(), path, theirs, theirs) == 404) {
                closed.add(route.toString());
            }
        }
        assertThat(closed).isEmpty();
    }

    private record Route(HttpMethod method, String pattern) {}

    private List<Route> routesWithIds() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> methods(mapping.getMethodsCondition().getMethods().stream()
                                        .map(Enum::name))
                                .map(method -> new Route(method, pattern))))
                .filter(route -> route.pattern().startsWith("/w/{")
                        && route.pattern().indexOf('{') != route.pattern().lastIndexOf('{'))
                .toList();
    }

    private static Stream<HttpMethod> methods(Stream<String> names) {
        return names.map(HttpMethod::valueOf);
    }

    private String path(String pattern, TestWorkspace theirs) {
        return "/w/{w}" + ids(theirs).fill(pattern.replaceFirst("/w/\\{\\w+}", ""));
    }

    private WorkspaceIds ids(TestWorkspace workspace) {
        return new WorkspaceIds(jdbc, workspace.id());
    }

    private int status(HttpMethod method, String path, TestWorkspace asked, TestWorkspace theirs) throws Exception {
        return mvc.perform(request(method, path)
                        .param("role", "EDITOR")
                        .param("after", ids(theirs).first("steps").toString())
                        .param("answer", "YES")
                        .with(asked.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private TestWorkspace filled() throws Exception {
        var workspace = accounts.workspace();
        funnels.publishedFreeGift(workspace);
        var order = orders.paidOrder(workspace.id(), OrderFixtures.line("Workbook", OfferKind.TRIPWIRE, 2700));
        refunds.form(workspace, order).with(0, "10").send();
        coupons.open(workspace.id(), "LAUNCH", 20);
        segments.tagged(workspace.id(), "Buyers", "buyer");
        drafts.draft(workspace, "The map is out", new Block.Text("Look."));
        imports.some(workspace.id());
        suppressions.some(workspace.id());
        sending.signingKey(workspace, "example.org");
        editions.delivering(
                workspace, "The novel", editions.ebook(workspace, "book.pdf", SmallPdf.page("The Quiet Harbour")));
        jdbc.sql("update messages set state = 'KEPT', subject = 'Receipt', html = '', plain = '', left_at = now()"
                        + " where workspace_id = ?")
                .param(workspace.id().value())
                .update();
        mvc.perform(post(workspace.path("/members/invitations"))
                .param("email", "invited@example.org")
                .param("role", "EDITOR")
                .with(workspace.owner().signedIn()));
        return workspace;
    }
}
