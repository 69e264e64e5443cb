package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import app.backmatter.orders.OfferKind;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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
    private static final Pattern ID = Pattern.compile("([a-z]+)/\\{\\w+}");

    /** Where the ids behind a path's word come from. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("members", "select id from memberships where workspace_id = ?"),
            Map.entry("invitations", "select id from invitations where workspace_id = ?"),
            Map.entry("contacts", "select id from contacts where workspace_id = ?"),
            Map.entry("books", "select id from books where workspace_id = ?"),
            Map.entry("editions", "select id from editions where workspace_id = ?"),
            Map.entry("places", "select id from places where workspace_id = ?"),
            Map.entry("products", "select product_id from product_files where workspace_id = ? order by 1"),
            Map.entry("files", "select id from product_files where workspace_id = ? order by product_id"),
            Map.entry("funnels", "select id from funnels where workspace_id = ?"),
            Map.entry(
                    "steps", "select cast(draft -> 'steps' -> 2 ->> 'id' as uuid) from funnels where workspace_id = ?"),
            Map.entry("mail", "select id from messages where workspace_id = ? and left_at is not null"),
            Map.entry("sequences", "select sequence_id from sequence_mails where workspace_id = ? order by id"),
            Map.entry("mails", "select id from sequence_mails where workspace_id = ? order by id"),
            Map.entry("orders", "select id from orders where workspace_id = ?"));

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    OrderFixtures orders;

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
        var inside = pattern.replaceFirst("/w/\\{\\w+}", "");
        return "/w/{w}" + ID.matcher(inside).replaceAll(found -> found.group(1) + "/" + idOf(found.group(1), theirs));
    }

    private UUID idOf(String word, TestWorkspace theirs) {
        return jdbc.sql(OWNERS.get(word) + " limit 1")
                .param(theirs.id().value())
                .query(UUID.class)
                .single();
    }

    private int status(HttpMethod method, String path, TestWorkspace asked, TestWorkspace theirs) throws Exception {
        return mvc.perform(request(method, path)
                        .param("role", "EDITOR")
                        .param("after", idOf("steps", theirs).toString())
                        .param("answer", "YES")
                        .with(asked.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private TestWorkspace filled() throws Exception {
        var workspace = accounts.workspace();
        funnels.publishedFreeGift(workspace);
        orders.paidOrder(workspace.id(), OrderFixtures.line("Workbook", OfferKind.TRIPWIRE, 2700));
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
