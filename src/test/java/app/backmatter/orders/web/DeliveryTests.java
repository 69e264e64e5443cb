package app.backmatter.orders.web;

import static app.backmatter.support.OrderFixtures.lineOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Download;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Orders;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.storage.Files;
import app.backmatter.storage.SignedLinks;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.DisputeFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.transaction.support.TransactionTemplate;

/** Downloads and the library as a reader's browser sees them: real requests, no session. */
@BackmatterTest
class DeliveryTests {
    private static final String CONTENT = "Chapter one: the last pages.";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    Orders orders;

    @Autowired
    DisputeFixtures disputes;

    @Autowired
    Audience audience;

    @Autowired
    Catalog catalog;

    @Autowired
    Files files;

    @Autowired
    SignedLinks links;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    private TestWorkspace workspace;
    private ProductId workbook;
    private OrderId order;
    private ContactId reader;

    @BeforeEach
    void sell() {
        workspace = accounts.workspace();
        workbook = inside(() -> product("Workbook <b>", "Wörkbook \"1\"\r\n.txt"));
        order = fixtures.paidOrder(workspace.id(), lineOf(workbook, "Workbook", OfferKind.TRIPWIRE, 2700));
        reader = inside(() -> orders.find(order).orElseThrow().contact());
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aLibraryThatOpensTwiceAtTheSameMomentShowsItsFilesBothTimes() {
        var path = libraryPath();

        var second = transactions.execute(status -> {
            showAllFiles();
            var answer = CompletableFuture.supplyAsync(() -> get(path));
            await().pollInSameThread().until(this::somebodyWaits);
            return answer;
        });

        var answer = Objects.requireNonNull(second).join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/download/");
    }

    /** As the library does when it is opened first. */
    private void showAllFiles() {
        jdbc.sql("""
            insert into downloads (id, workspace_id, entitlement_id, file_id)
            select gen_random_uuid(), e.workspace_id, e.id, f.id
            from entitlements e join delivered_files f on f.product_id = e.product_id and f.workspace_id = e.workspace_id
            where e.contact_id = :reader and e.workspace_id = :workspace
            """)
                .param("reader", reader.value())
                .param("workspace", workspace.id().value())
                .update();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
            select exists (select from pg_locks where not granted
                           and transactionid = pg_current_xact_id()::xid)
            """).query(Boolean.class).single();
    }

    @Test
    void aBuyerGetsTheFileAsAnAttachment() {
        var answer = get(link());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("attachment;")
                .doesNotContain("\r", "\n");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aBrokenDownloadGoesOnWhereItStopped() {
        var answer = send(request(link()).header("Range", "bytes=8-"));

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(CONTENT.substring(8));
    }

    @Test
    void onlyWhatIsReallyFetchedIsCounted() {
        var link = link();
        send(request(link).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        send(request(link).header("Range", "bytes=1000-"));
        assertThat(fetched()).isZero();

        get(link);
        assertThat(fetched()).isEqualTo(1);
    }

    @Test
    void aLinkIsOverAfterADay() {
        var link = link();
        clock.advance(Duration.ofHours(25));

        var answer = get(link);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("/library/" + workspace.slug()).doesNotContain(CONTENT);
    }

    @Test
    void anAlteredLinkLeadsNowhere() {
        var link = link();
        var altered = link.substring(0, link.length() - 3) + (link.endsWith("AAA") ? "BBB" : "AAA");

        var answer = get(altered);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).as("a way on").contains("href=\"/library/" + workspace.slug() + "\"");
    }

    @Test
    void aLinkInTheNameOfAnotherAuthorLeadsNowhere() {
        var other = accounts.workspace();
        for (var link : List.of(link(), libraryPath())) {
            var answer = get(link.replace("/" + workspace.slug() + "/", "/" + other.slug() + "/"));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(CONTENT, "Workbook");
        }
        assertThat(get(link().replace(workspace.slug(), "nowhere")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "..%2f..%2fetc"})
    void aGuessedLinkLeadsNowhere(String token) {
        assertThat(get(download() + token).statusCode()).isBetween(400, 404);
    }

    @Test
    void aLinkForSomethingElseIsNoDownload() {
        var library = links.sign("library", reader.value(), Instant.now().plusSeconds(60));
        var madeUp = links.sign("download", UUID.randomUUID(), Instant.now().plusSeconds(60));

        assertThat(get(download() + library).statusCode()).isEqualTo(404);
        assertThat(get(download() + madeUp).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyGetsLinksToWhatIsNotTheirs() {
        var other = inside(() -> product("Course", "course.txt"));
        var stranger = accounts.workspace();

        assertThat(inside(() -> orders.downloads(reader, other))).isEmpty();
        assertThat(inside(() -> orders.downloads(ContactId.next(), workbook))).isEmpty();
        assertThat(WorkspaceScope.call(stranger.id(), () -> orders.downloads(reader, workbook)))
                .isEmpty();
    }

    @Test
    void aGiftIsOwnedLikeAPurchase() {
        var gift = inside(() -> product("Gift", "gift.txt"));
        WorkspaceScope.run(workspace.id(), () -> {
            orders.grant(reader, gift, Instant.now());
            orders.grant(reader, gift, Instant.now());
        });

        assertThat(inside(() -> orders.downloads(reader, gift))).hasSize(1);
        assertThat(inside(() -> orders.ownedBy(reader))).containsExactlyInAnyOrder(workbook, gift);
    }

    @Test
    void theLibraryShowsAllThatIsOwned() {
        var answer = get(libraryPath());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Workbook &lt;b&gt;", "/download/").doesNotContain("<b>");
    }

    @Test
    void theLibrarysLinkIsOverAfterAMonth() {
        var path = libraryPath();
        clock.advance(Duration.ofDays(31));

        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("/library/" + workspace.slug());
    }

    @Test
    void aBrokenLinkToTheLibraryGivesNothingAwayAndAsksForTheAddress() {
        var path = libraryPath();

        var altered = get(path.substring(0, path.length() - 4) + "AAAA");
        var madeUp = get("/library/" + workspace.slug() + "/x");

        assertThat(altered.statusCode()).isEqualTo(404);
        assertThat(altered.body())
                .isEqualTo(madeUp.body())
                .contains("action=\"/library/" + workspace.slug() + "\"", "name=\"email\"")
                .doesNotContain("Workbook");
    }

    @Test
    void theLibraryAnswersTheSameToEverybodyAndMailsToItsReaders() {
        var email = inside(() -> audience.find(reader).orElseThrow()).email().value();

        var known = post("/library/" + workspace.slug(), "email=" + email);
        var again = post("/library/" + workspace.slug(), "email=" + email);
        var unknown = post("/library/" + workspace.slug(), "email=nobody@example.org");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(known.body().replace(email, "x"))
                .isEqualTo(unknown.body().replace("nobody@example.org", "x"))
                .isEqualTo(again.body().replace(email, "x"));
        var mailbox = new Mailbox(jdbc, workspace.id());
        var path = URI.create(mailbox.waitForOneTo(email).button()).getPath();
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(mailbox.to(email)).hasSize(1);
        assertThat(mailbox.to("nobody@example.org")).isEmpty();
    }

    @Test
    void theLibraryMailsNothingMoreToANetworkThatAsksTooOftenAndTellsNobody() throws Exception {
        var early = inside(() -> audience.find(reader).orElseThrow()).email().value();
        var late = "late-" + UUID.randomUUID() + "@example.org";
        inside(() -> {
            var contact = audience.buyer(new EmailAddress(late), "Mary", Source.DIRECT, Instant.now(), Instant.now());
            orders.grant(contact, workbook, Instant.now());
            return contact;
        });
        for (int i = 0; i < 20; i++) {
            ask("203.0.113.7", "nobody" + i + "@example.org");
        }

        var refused = ask("203.0.113.7", early);
        ask("203.0.113.8", late);

        var mailbox = new Mailbox(jdbc, workspace.id());
        mailbox.waitForOneTo(late, "library");
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> libraryLetters(early) == 0);
        assertThat(refused).contains(early).doesNotContain("too often", "later");
    }

    @Test
    void whatADisputedPaymentPaidForIsHeldBackAndSaysWhy() {
        var link = link();

        disputes.tell(workspace, order.value(), State.OPEN, Money.of(2700, "USD"));

        var held = get(link);
        assertThat(held.statusCode()).isEqualTo(403);
        assertThat(held.body())
                .contains("A bank disputes the payment for this file")
                .doesNotContain(CONTENT);
        assertThat(get(libraryPath()).body())
                .contains("Not here for now, as a bank disputes the payment for it: Workbook &lt;b&gt;")
                .doesNotContain("/download/");
        assertThat(inside(() -> orders.downloads(reader, workbook))).isEmpty();
        var email = inside(() -> audience.find(reader).orElseThrow()).email().value();
        post("/library/" + workspace.slug(), "email=" + email);
        var mailed = new Mailbox(jdbc, workspace.id()).waitForOneTo(email).button();
        assertThat(get(URI.create(mailed).getPath()).body()).contains("Not here for now");

        disputes.tell(workspace, order.value(), State.WON, Money.of(2700, "USD"));
        assertThat(get(link).body()).isEqualTo(CONTENT);
    }

    private long libraryLetters(String email) {
        return jdbc.sql("""
            select count(*) from messages where workspace_id = ? and recipient = ? and template = 'library-link'
            """)
                .params(workspace.id().value(), email)
                .query(Long.class)
                .single();
    }

    private String ask(String network, String email) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/library/" + workspace.slug())
                        .param("email", email)
                        .with(request -> {
                            request.setRemoteAddr(network);
                            return request;
                        }))
                .andExpect(MockMvcResultMatchers.status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void anAddressThatIsNoneComesBackWithTheError() {
        var answer = post("/library/" + workspace.slug(), "email=mary@");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("mary@").contains("That is not an e-mail address");
        assertThat(post("/library/" + workspace.slug(), "email=mary%00").statusCode())
                .isBetween(400, 422);
        assertThat(post("/library/" + workspace.slug(), "").statusCode()).isEqualTo(422);
        assertThat(post("/library/nowhere", "email=a@example.org").statusCode()).isEqualTo(404);
    }

    private ProductId product(String name, String fileName) {
        var product =
                catalog.add(new NewProduct(name, ProductType.WORKBOOK, "Exercises", Money.of(2700, "USD"), null, null));
        var file = files.store(fileName, new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8)));
        catalog.addFile(product, file.id());
        return product;
    }

    private String download() {
        return "/download/" + workspace.slug() + "/";
    }

    private String link() {
        return inside(() -> orders.downloads(reader, workbook)).stream()
                .flatMap(group -> group.downloads().stream())
                .map(Download::url)
                .findFirst()
                .orElseThrow();
    }

    private String libraryPath() {
        return URI.create(inside(() -> orders.libraryUrl(reader))).getPath();
    }

    private long fetched() {
        return jdbc.sql("select coalesce(sum(fetched), 0) from downloads where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    private <T> T inside(Supplier<T> work) {
        return WorkspaceScope.call(workspace.id(), work::get);
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
