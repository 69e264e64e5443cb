package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Audience;
import app.backmatter.books.BookId;
import app.backmatter.books.Books;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionView;
import app.backmatter.books.NewBook;
import app.backmatter.books.NewEdition;
import app.backmatter.books.PlaceKind;
import app.backmatter.books.PlaceView;
import app.backmatter.books.RetailerLink;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.funnels.NewFunnel.Offered;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.Sequences;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.domain.SubjectTest;
import app.backmatter.mail.domain.WinnerRule;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.storage.Files;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.ImportFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.SegmentFixtures;
import app.backmatter.support.SendingFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.SuppressionFixtures;
import app.backmatter.support.TestWorkspace;
import app.backmatter.support.WorkspaceIds;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever somebody typed shows as the text that it is: template expressions and markup are put into every stored text,
 * and then every page that could show one is opened, in the workspace, in the console and on a reader's whole way.
 */
@BackmatterTest
class StoredTextTests {
    private static final String EXPRESSION = " ${777777777+7}";
    private static final String ANSWER = "777777784";
    private static final Set<String> TYPED_BY_AUTHORS = Set.of(
            "name", "senderName", "postalAddress", "headline", "markdown", "button", "noThanks", "consent", "bumpText");

    @Autowired
    SegmentFixtures segments;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    RefundFixtures refunds;

    @Autowired
    ImportFixtures imports;

    @Autowired
    SuppressionFixtures suppressions;

    @Autowired
    SendingFixtures sending;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    Audience audience;

    @Autowired
    Books books;

    @Autowired
    Catalog catalog;

    @Autowired
    Files files;

    @Autowired
    Funnels funnels;

    @Autowired
    Sequences sequences;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @LocalServerPort
    int port;

    private final Set<String> fields = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();
    private TestWorkspace workspace;
    private Browser author;

    @BeforeEach
    void signIn() {
        workspace = accounts.workspace();
        author = Browser.on(port).withCookie(workspace.owner().cookie());
    }

    @Test
    void showsAsTheTextThatItIsOnEveryPage() {
        nameEverything();
        var place = WorkspaceScope.call(workspace.id(), this::addBook);
        var funnel = fillFunnel(place);
        look(author, "/go/" + place.link().code());
        WorkspaceScope.run(
                workspace.id(),
                () -> funnels.publish(funnel.id(), List.of(place.link().id()), "fixture"));
        invite();

        walkAsGiver(funnel);
        walkAsReader(funnel);
        giveBack();
        coupons.open(workspace.id(), "LAUNCH", 20);
        segments.tagged(workspace.id(), text("segment"), text("tag"));
        bringLists();
        sending.signingKey(workspace, "example.org");
        walkAsAuthor();
        var admin = Browser.on(port).withCookie(accounts.admin().cookie());
        look(admin, "/admin");
        look(admin, "/admin/funnels.csv?days=all");

        assertThat(seen).as("texts that some page showed").containsExactlyElementsOf(fields);
    }

    /** A text of its own for each field, which would show its answer, or come alive, wherever it is not escaped. */
    private String text(String field) {
        fields.add(field);
        return field + EXPRESSION + "<b class=evil>";
    }

    private void nameEverything() {
        type(workspace.path("/settings"));
        jdbc.sql("update accounts set name = ? where id = ?")
                .params(text("account"), workspace.owner().id().value())
                .update();
        WorkspaceScope.run(
                workspace.id(),
                () -> sequences.create(new NewSequence(
                        text("sequence"),
                        SequencePurpose.BUYERS,
                        List.of(new NewSequence.Mail(1, text("subject"), text("letter"), text("letter-button"))))));
        drafts.draft(
                workspace,
                text("broadcast"),
                new SubjectTest(text("other-subject"), 20, WinnerRule.OPENED, 4),
                new Block.Text(text("block")),
                new Block.Button(text("block-button"), "https://example.com"),
                new Block.Picture(null, 0, text("alternative"), ""));
    }

    private PlaceView addBook() {
        var book = books.add(
                new NewBook(text("title"), text("subtitle"), text("book-author"), text("book-description"), null));
        var shop = new RetailerLink(text("shop"), "https://shop.example/book");
        var edition = books.addEdition(
                book, new NewEdition(EditionFormat.PAPERBACK, null, null, Money.of(1499, "USD"), List.of(shop)));
        var pdf = files.store(text("edition-file") + ".pdf", new ByteArrayInputStream(SmallPdf.page("A page")));
        catalog.addFile(edition, pdf.id());
        return books.addPlace(edition, PlaceKind.BACK_MATTER, null);
    }

    private FunnelView fillFunnel(PlaceView place) {
        var id = WorkspaceScope.call(workspace.id(), () -> {
            var offers = new EnumMap<FunnelPart, Offered>(FunnelPart.class);
            for (var part : FunnelPart.values()) {
                if (part != FunnelPart.RE_PITCH) {
                    offers.put(part, Offered.of(product(part, place.book())));
                }
            }
            return funnels.create(new NewFunnel(text("funnel"), FunnelTemplate.FREE_GIFT, place.book(), offers));
        });
        view(id).steps().forEach(step -> type(workspace.path("/funnels/" + id + "/steps/" + step.id())));
        return view(id);
    }

    private ProductId product(FunnelPart part, BookId book) {
        var cents = part == FunnelPart.OPT_IN ? 0 : 900;
        var product = catalog.add(new NewProduct(
                text("product"),
                ProductType.WORKBOOK,
                text("product-description"),
                Money.of(cents, "USD"),
                null,
                book));
        catalog.deliver(
                product, books.editions(book).stream().map(EditionView::id).toList());
        var pdf = files.store(text("file") + ".pdf", new ByteArrayInputStream(SmallPdf.page("A page")));
        catalog.addFile(product, pdf.id());
        return product;
    }

    private FunnelView view(FunnelId id) {
        return WorkspaceScope.call(workspace.id(), () -> funnels.find(id).orElseThrow());
    }

    /** Fills a form as its author does. */
    private void type(String path) {
        var form = (FormElement)
                Jsoup.parse(author.get(path).body()).selectFirst("form:has([name=headline], [name=senderName])");
        assertThat(form).isNotNull();
        var typed = new LinkedHashMap<String, String>();
        form.select("input[type=file]").remove();
        form.formData()
                .forEach(field -> typed.put(
                        field.key(), TYPED_BY_AUTHORS.contains(field.key()) ? text(field.key()) : field.value()));
        author.post(path, typed);
        assertThat(author.status()).as(path).isEqualTo(302);
    }

    private void bringLists() {
        var list = "Email,First name,Tags," + text("list-column") + "\nlisted@example.com," + text("listed") + ","
                + text("listed-tag") + ",x\n" + text("nobody") + ",,,\n";
        imports.draft(workspace.id(), text("draft-file") + ".csv", list);
        var done = imports.done(workspace.id(), text("list-file") + ".csv", list, text("list-consent"));
        look(author, workspace.path("/imports/" + done));
        suppressions.one(workspace.id(), "listed@example.com", text("bounce-words"));
        look(author, workspace.path("/suppressed"));
    }

    private void invite() {
        author.post(workspace.path("/members/invitations"), Map.of("email", "invited@example.org", "role", "EDITOR"));
    }

    private void walkAsReader(FunnelView funnel) {
        var reader = Browser.on(port);
        var email = "reader@example.com";
        look(reader, funnel.path());
        reader.post(funnel.path(), Map.of("email", email, "firstName", text("contact"), "campaign", text("campaign")));
        var way = reader.location();
        look(reader, way);
        var checkout = Jsoup.parse(reader.body()).select("a[href*=/checkout/]").attr("href");
        look(reader, checkout);
        reader.post(
                checkout,
                Map.of(
                        "bump", "yes",
                        "email", email,
                        "name", text("card-name"),
                        "number", "4242424242424242",
                        "expiry", "12 / 49",
                        "cvc", "123"));
        assertThat(reader.status()).isEqualTo(303);
        sayNoToTheRest(reader, reader.location());

        var mailbox = new Mailbox(jdbc, workspace.id());
        var confirmation = mailbox.waitForOneTo(email).button();
        var confirm = confirmation.substring(confirmation.indexOf("/confirm/"));
        look(reader, confirm);
        reader.post(confirm, Map.of());
        look(reader, way);
        reader.post("/library/" + workspace.slug(), Map.of("email", email));
        look(reader.answer().body(), "the library's mail is sent");
        var library = mailbox.waitForOneTo(email, "library").button();
        look(reader, library.substring(library.indexOf("/library/")));
        mailbox.all().forEach(mail -> {
            look(mail.html(), mail.subject());
            assertThat(mail.text()).doesNotContain(ANSWER);
            var preferences = mail.html().replaceAll("(?s).*(/(preferences|unsubscribe)/[\\w-]+).*", "$1");
            if (preferences.startsWith("/")) {
                look(reader, preferences);
            }
        });
        WorkspaceScope.run(workspace.id(), () -> {
            var contact = audience.find(new EmailAddress(email)).orElseThrow();
            audience.tag(contact.id(), text("tag"), Instant.now());
        });
    }

    /** Somebody whose order is the first one: the author's pages show that. */
    private void walkAsGiver(FunnelView funnel) {
        var giver = Browser.on(port);
        giver.post(funnel.path(), Map.of("email", "giver@example.com"));
        var checkout = giver.get(giver.location()).body();
        giver.post(
                Jsoup.parse(checkout).select("a[href*=/checkout/]").attr("href"),
                Map.of(
                        "email", "giver@example.com",
                        "name", text("giver"),
                        "number", "4242424242424242",
                        "expiry", "12 / 49",
                        "cvc", "123",
                        "present", "yes",
                        "presentEmail", "given@example.com",
                        "presentName", text("present-name"),
                        "presentMessage", text("present-message")));
        assertThat(giver.status()).isEqualTo(303);
        sayNoToTheRest(giver, giver.location());

        var mailbox = new Mailbox(jdbc, workspace.id());
        var present =
                URI.create(mailbox.waitForOneTo("given@example.com").button()).getPath();
        var friend = Browser.on(port);
        look(friend, present);
        friend.post(present, Map.of());
        look(friend, friend.location());
    }

    private void sayNoToTheRest(Browser reader, String from) {
        var page = from;
        for (int offers = 0; offers < 5; offers++) {
            look(reader, page);
            var no = Jsoup.parse(reader.body()).selectFirst("form[action$=/refusal]");
            if (no == null) {
                return;
            }
            reader.post(no.attr("action"), Map.of());
            page = reader.location();
        }
    }

    private void giveBack() {
        var order = new OrderId(new WorkspaceIds(jdbc, workspace.id()).first("orders"));
        refunds.form(workspace, order).with("why", text("refund-why")).send();
    }

    private void walkAsAuthor() {
        var ids = new WorkspaceIds(jdbc, workspace.id());
        mapping.getHandlerMethods().keySet().stream()
                .filter(handler -> handler.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(handler -> handler.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/w/{"))
                .map(pattern -> workspace.path(ids.fill(pattern.replaceFirst("/w/\\{\\w+}", ""))))
                .forEach(path -> look(author, path));
        look(author, "/workspaces");
    }

    private void look(Browser browser, String path) {
        browser.get(path);
        assertThat(browser.status()).as(path).isLessThan(500);
        if (browser.status() == 200) {
            assertThat(browser.body()).as(path).doesNotContain(ANSWER);
        }
        if (browser.answer().headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            look(browser.body(), path);
        }
    }

    private void look(String page, String where) {
        assertThat(page).as(where).doesNotContain(ANSWER);
        assertThat(Jsoup.parse(page).select("[class=evil]")).as(where).isEmpty();
        fields.stream().filter(field -> page.contains(field + EXPRESSION)).forEach(seen::add);
    }
}
