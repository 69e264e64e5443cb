package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.accounts.Role;
import app.backmatter.accounts.WorkspaceCreated;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactTokens;
import app.backmatter.books.Books;
import app.backmatter.books.PlaceKind;
import app.backmatter.books.PlaceView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.domain.SubjectTest;
import app.backmatter.mail.domain.WinnerRule;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.support.Accessibility;
import app.backmatter.support.Accessibility.Screen;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AccountMails;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.Browsers;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.DisputeFixtures;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.ImportFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.SegmentFixtures;
import app.backmatter.support.SendingFixtures;
import app.backmatter.support.SequenceFixtures;
import app.backmatter.support.SuppressionFixtures;
import app.backmatter.support.TaxFixtures;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import app.backmatter.support.WorkspaceIds;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Opens every page that a controller declares, in a real browser, light and dark, on a phone and on a laptop. A new page
 * is met here without being asked; one with a private token fails until {@link LivelyWorkspace} says where to find it.
 */
@BackmatterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {
    /** Of what ends so each is another page; of all else one stands for all. */
    private static final Set<String> EACH_ITS_OWN = Set.of(
            "/funnels/{id}/steps/{step}",
            "/funnels/{id}/steps/{step}/preview",
            "/funnels/{id}",
            "/funnels/{funnel}",
            "/orders/{id}",
            "/orders/{id}/refunds/new",
            "/contacts/{id}",
            "/mail/broadcasts/{id}",
            "/imports/{id}",
            "/places/{id}");

    /** Says that there is nothing, and means it. */
    private static final String NOTHING_THERE = "/go/2222222";

    /** Files, letters as they are mailed, and what leads on at once. */
    private static final Set<String> NO_PAGES = Set.of(
            "/",
            "/admin/funnels.csv",
            "/set-up",
            "/media/{id}",
            "/r/{token}/entry",
            "/download/{slug}/{token}",
            "/contacts/export",
            "/contacts/{id}/export",
            "/imports/{id}/rejected",
            "/suppressed/export",
            "/orders/export",
            "/orders/{id}/receipt",
            "/orders/credit-notes/{id}/file",
            "/r/{token}/receipt/file",
            "/library/{slug}/{token}/receipts/{order}",
            "/library/{slug}/{token}/credit-notes/{refund}/file",
            "/reports/funnels/{funnel}/steps.csv",
            "/reports/funnels/{funnel}/sources.csv",
            "/reports/funnels/{funnel}/currencies.csv",
            "/places/{id}/code.svg",
            "/places/{id}/code.png",
            "/products/{product}/files/{file}",
            "/products/{product}/files/{file}/stamp/sample",
            "/editions/{edition}/files/{file}",
            "/editions/{edition}/files/{file}/stamp/sample",
            "/funnels/{id}/reminders/document",
            "/mail/{id}/document",
            "/mail/broadcasts/{broadcast}/document",
            "/mail/sequences/{sequence}/mails/{mail}/document");

    @Autowired
    ImportFixtures imports;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    AccountMails accountMails;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    ContactTokens contactTokens;

    @Autowired
    Funnels funnels;

    @Autowired
    Books books;

    @Autowired
    SegmentFixtures segments;

    @Autowired
    SendingFixtures sending;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    SuppressionFixtures suppressions;

    @Autowired
    SequenceFixtures sequences;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    TaxFixtures taxes;

    @Autowired
    DisputeFixtures disputes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @LocalServerPort
    int port;

    private final ExecutorService secondPairOfEyes = Executors.newSingleThreadExecutor();
    private TestWorkspace workspace;
    private Map<String, List<String>> publicPages;

    @BeforeAll
    void fillTheExampleWithLife() {
        workspace = accounts.workspace();
        transaction.executeWithoutResult(status -> events.publishEvent(new WorkspaceCreated(workspace.id(), true)));
        var funnel = await("the example")
                .atMost(Duration.ofSeconds(30))
                .until(this::freeGift, found -> !found.isEmpty())
                .getFirst();
        var unpointed = WorkspaceScope.call(workspace.id(), this::anotherPlace);
        var printed = WorkspaceScope.call(workspace.id(), () -> books.places().getFirst());
        taxes.included(workspace.id());
        imports.some(workspace.id());
        suppressions.some(workspace.id());
        sending.signingKey(workspace, "example.org");
        sequences.ofAllKinds(workspace);
        coupons.limited(workspace.id(), "LAUNCH", 20, 50, 1);
        segments.tagged(workspace.id(), "Buyers", "buyer");
        writeBroadcasts();
        var mailbox = new Mailbox(jdbc, workspace.id());
        publicPages =
                new LivelyWorkspace(port, workspace, funnel, printed.link().code(), mailbox).comeAlive();
        disputes.tell(workspace, orderOf("upsell@example.org"), State.OPEN, Money.of(1900, "USD"));
        disputes.tell(workspace, orderOf("downsell@example.org"), State.LOST, Money.of(1000, "USD"));
        publicPages.put("/go/{code}", List.of("/go/" + unpointed.link().code()));
        publicPages.put("/unsubscribe/{token}", List.of("/unsubscribe/" + tokenOfAReader()));
        publicPages.put(
                "/unsubscribe/{token}/{mail}", List.of("/unsubscribe/" + tokenOfAReader() + "/AAAAAAAAAAAAAAAAAAAAAA"));
        publicPages.put("/preferences/{token}", List.of("/preferences/" + tokenOfAReader()));
        publicPages.put("/invitations/{token}", List.of(invitation()));
        publicPages.put("/password-reset/{token}", List.of(passwordReset()));
        publicPages.put("nothing there", List.of(NOTHING_THERE));
    }

    /** Whose subjects wait for their author's choice. */
    BroadcastId tried = BroadcastId.next();

    @AfterAll
    void closeTheSecondPairOfEyes() {
        secondPairOfEyes.shutdown();
    }

    /** One of every kind of block, one with all that can be missing, one that is no draft any more. */
    private void writeBroadcasts() {
        var ids = new WorkspaceIds(jdbc, workspace.id());
        drafts.draft(
                workspace,
                "The map is out",
                new Block.Text("Hello {first_name|friend},\n\n[look](https://example.com)."),
                new Block.Button("Look", "https://example.com"),
                new Block.Book(ids.first("books")),
                new Block.Product(ids.first("products")),
                new Block.Divider());
        drafts.draft(
                workspace,
                "",
                new Block.Text("{nobody}"),
                new Block.Picture(null, 0, "", ""),
                new Block.Button("", ""),
                new Block.Book(null));
        var waiting = drafts.draft(workspace, "Later", new Block.Text("Later."));
        jdbc.sql("update broadcasts set state = 'SCHEDULED', starts_at = now() + interval '1 day',"
                        + " local_start = localtimestamp + interval '1 day', zone = 'Asia/Tokyo' where id = ?")
                .param(waiting.value())
                .update();
        var stopped = drafts.draft(workspace, "Stopped", new Block.Text("Stopped."));
        jdbc.sql("""
            update broadcasts set state = 'PAUSED', started_at = now(), addressed = 1204, stopped_by = '550 no relaying',
                laid_out = '{"subject": "", "html": "", "text": "", "links": []}' where id = ?\
            """).param(stopped.value()).update();
        tried = drafts.draft(
                workspace,
                "Tried",
                new SubjectTest("Which is tried beside it", 20, WinnerRule.AUTHOR, 4),
                new Block.Text("Tried."));
        jdbc.sql("""
            update broadcasts set state = 'PAUSED', stage = 'WAIT', started_at = now(), addressed = 1204,
                laid_out = '{"subject": "", "html": "", "text": "", "links": []}', other_laid_out = '{"subject": "", "html": "", "text": "", "links": []}' where id = ?\
            """).param(tried.value()).update();
    }

    private UUID orderOf(String email) {
        return jdbc.sql("select id from orders where workspace_id = ? and email = ? and number is not null")
                .params(workspace.id().value(), email)
                .query(UUID.class)
                .single();
    }

    private List<FunnelView> freeGift() {
        return WorkspaceScope.call(
                workspace.id(),
                () -> funnels.all().stream()
                        .filter(funnel -> funnel.published() != null
                                && funnel.steps().getFirst().kind().equals("opt-in"))
                        .toList());
    }

    private PlaceView anotherPlace() {
        return books.addPlace(books.places().getFirst().edition(), PlaceKind.FRONT_MATTER, null);
    }

    private String tokenOfAReader() {
        var reader = new ContactId(new WorkspaceIds(jdbc, workspace.id()).first("contacts"));
        return contactTokens.of(workspace.id(), reader).orElseThrow();
    }

    private String invitation() {
        Browser.on(port)
                .withCookie(workspace.owner().cookie())
                .post(workspace.path("/members/invitations"), Map.of("email", "editor@example.org", "role", "EDITOR"));
        return accountMails.take(new EmailAddress("editor@example.org")).path();
    }

    private String passwordReset() {
        var forgetful = accounts.stranger().email();
        Browser.on(port).post("/password-reset", Map.of("email", forgetful.value()));
        return accountMails.take(forgetful).path();
    }

    @Test
    void pagesOfReadersAndVisitorsAreFitForEverybody() {
        var patterns = pages().filter(pattern -> !pattern.startsWith("/w/") && !isForMembers(pattern))
                .toList();
        var open = patterns.stream().filter(pattern -> !pattern.contains("{"));
        var withToken = patterns.stream().filter(pattern -> pattern.contains("{"));
        assertThat(publicPages.keySet()).containsAll(withToken.toList());
        var addresses = Stream.concat(open, publicPages.values().stream().flatMap(List::stream));
        assertFit(null, addresses.toList());
    }

    @Test
    void pagesOfMembersAreFitForEverybody() {
        accounts.member(workspace, Role.EDITOR);
        var inWorkspace = inWorkspace().flatMap(this::withIds).map(workspace::path);
        var outside = pages().filter(pattern -> pattern.startsWith("/workspaces"));
        assertFit(workspace.owner(), Stream.concat(inWorkspace, outside).toList());
    }

    @Test
    void pagesOfAnEmptyWorkspaceAreFitForEverybody() {
        var empty = accounts.workspace();
        assertFit(
                empty.owner(),
                inWorkspace()
                        .filter(pattern -> !pattern.contains("{"))
                        .map(empty::path)
                        .toList());
    }

    @Test
    void theConsoleIsFitForEverybody() {
        var console = pages().filter(pattern -> pattern.startsWith("/admin"))
                .map(pattern -> pattern.replace("{workspace}", workspace.slug()))
                .flatMap(this::withIds);
        assertFit(accounts.admin(), console.toList());
    }

    private static boolean isForMembers(String pattern) {
        return pattern.startsWith("/workspaces") || pattern.startsWith("/admin");
    }

    private Stream<String> inWorkspace() {
        return pages().filter(pattern -> pattern.startsWith("/w/"))
                .map(pattern -> pattern.replaceFirst("/w/\\{\\w+}", ""))
                .filter(pattern -> !NO_PAGES.contains(pattern));
    }

    private Stream<String> pages() {
        var patterns = new TreeSet<String>();
        routes.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().startsWith("app.backmatter")
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                patterns.addAll(mapping.getPatternValues());
            }
        });
        return patterns.stream().filter(pattern -> !NO_PAGES.contains(pattern));
    }

    private Stream<String> withIds(String pattern) {
        var ids = new WorkspaceIds(jdbc, workspace.id());
        if (EACH_ITS_OWN.stream().anyMatch(pattern::endsWith)) {
            return ids.each(pattern);
        }
        if (pattern.endsWith("/winner")) {
            return Stream.of(pattern.replace("{broadcast}", tried.toString()));
        }
        if (pattern.endsWith("/parts/new")) {
            return Stream.of("for", "weekday", "date", "condition").map(kind -> ids.fill(pattern) + "?kind=" + kind);
        }
        return Stream.of(ids.fill(pattern) + (pattern.endsWith("/steps/new") ? anOffer(ids) : ""));
    }

    private static String anOffer(WorkspaceIds ids) {
        return "?answer=YES&after=" + ids.first("steps");
    }

    /** In two browsers at a time: looking takes the browser's time, not ours. */
    private void assertFit(@Nullable TestPerson person, List<String> addresses) {
        int half = addresses.size() / 2;
        var second = CompletableFuture.supplyAsync(
                () -> problems(person, addresses.subList(half, addresses.size())), secondPairOfEyes);
        var problems = new ArrayList<>(problems(person, addresses.subList(0, half)));
        problems.addAll(second.join());
        assertThat(problems).isEmpty();
    }

    private List<String> problems(@Nullable TestPerson person, List<String> addresses) {
        var problems = new ArrayList<String>();
        try (var browser = Browsers.laptop()) {
            if (person != null) {
                var cookie = person.cookie().split("=", 2);
                browser.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(at("/"))));
            }
            var page = browser.newPage();
            for (var address : addresses) {
                look(page, address).forEach(problem -> problems.add(address + " " + problem));
            }
        }
        return problems;
    }

    private List<String> look(Page page, String address) {
        var answer = page.navigate(at(address));
        var found = new ArrayList<>(Accessibility.problems(page, Screen.LAPTOP));
        Accessibility.problems(page, Screen.PHONE).forEach(problem -> found.add("on a phone: " + problem));
        boolean answered = answer.status() < 400 || address.equals(NOTHING_THERE);
        if (!answered || !page.url().startsWith(at(address.split("\\?")[0]))) {
            found.add("led to " + page.url() + " " + answer.status());
        }
        return found;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
