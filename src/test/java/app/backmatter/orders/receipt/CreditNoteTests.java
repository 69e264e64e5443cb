package app.backmatter.orders.receipt;

import static app.backmatter.support.OrderFixtures.line;
import static app.backmatter.support.OrderFixtures.reduced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What went back has a document of its own, for the author's books and the buyer's. */
@BackmatterTest
class CreditNoteTests {
    private static final String REFUSED = "4000000000003006";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    RefundFixtures refunds;

    @Autowired
    Orders orders;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestWorkspace workspace;
    private OrderId order;

    @BeforeEach
    void sell() {
        workspace = accounts.workspace();
        order = fixtures.paidOrder(
                workspace.id(),
                reduced(line("Workbook", OfferKind.TRIPWIRE, 2700), 700, 380, 1900),
                line("Audio", OfferKind.ORDER_BUMP, 900));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aRefundHasANumberAPageAndAFileThatSayTheSame() throws Exception {
        refunds.form(workspace, order).with(0, "11.90").send();

        var shown = orderPage();
        assertThat(shown.text()).contains("Credit notes C-20", "-00001, $20.90", "Asked for by Ada Quill");
        var path = shown.selectFirst("a[href*=/credit-notes/]").attr("href");
        var note = page(workspace.owner(), path);
        assertThat(note.text())
                .contains("Credit note C-20", "for receipt 20", "of order 1")
                .contains("Ada Quill", "Mary Shelley")
                .contains("Workbook $11.90", "Audio $9", "Went back in all $20.90", "of which VAT 19% $1.90");
        assertThat(file(answer(workspace.owner(), path + "/file"))).contains(words(note));
    }

    @Test
    void theReceiptShowsItOnItsPageAndInItsFile() throws Exception {
        refunds.form(workspace, order).with(0, "11.90").with(1, "").send();

        assertThat(file(answer(workspace.owner(), workspace.path("/orders/" + order + "/receipt"))))
                .contains("Went back on", "credit note C-20", "−$11.90", "of which VAT 19% −$1.90")
                .contains("Paid after all $20.90");
    }

    @Test
    void theLetterLeadsTheReaderThere() throws Exception {
        refunds.form(workspace, order).send();
        var mail = new Mailbox(jdbc, workspace.id()).waitForOneTo(sold().email().value(), "refund");

        var link = Jsoup.parse(mail.html()).selectFirst("a[href*=/credit-notes/]");
        assertThat(link.text()).startsWith("Credit note C-20");
        var note = page(null, path(link.attr("href")));
        assertThat(note.text()).contains("Went back in all $32.80", "It went back to Visa •••• 4242.");
        assertThat(file(answer(null, note.select("a[href$=/file]").attr("href"))))
                .contains(words(note));
        assertThat(page(null, library(order)).text()).contains(link.text());
    }

    @Test
    void nobodyElseReadsIt() throws Exception {
        refunds.form(workspace, order).send();
        var id = jdbc.sql("select id from refunds where workspace_id = ?")
                .param(workspace.id().value())
                .query(UUID.class)
                .single();
        var other = fixtures.paidOrder(workspace.id(), line("Workbook", OfferKind.TRIPWIRE, 2700));

        assertThat(answer(null, library(order) + "/credit-notes/" + id).getStatus())
                .isEqualTo(200);
        assertThat(answer(null, library(other) + "/credit-notes/" + id).getStatus())
                .isEqualTo(404);
        assertThat(answer(null, library(other) + "/credit-notes/" + id + "/file")
                        .getStatus())
                .isEqualTo(404);
        var broken = "/library/" + workspace.slug() + "/altered";
        assertThat(answer(null, broken + "/credit-notes/" + id).getRedirectedUrl())
                .isEqualTo(broken);
        assertThat(answer(null, broken + "/credit-notes/" + id + "/file").getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatDoesNotGoBackHasNone() throws Exception {
        var refused = fixtures.order(workspace.id(), REFUSED, line("Workbook", OfferKind.TRIPWIRE, 2700));

        refunds.form(workspace, refused).send();

        assertThat(numbers(workspace)).isEmpty();
        assertThat(page(workspace.owner(), workspace.path("/orders/" + refused)).select("a[href*=/credit-notes/]"))
                .isEmpty();
    }

    @Test
    void whatABankUndoesLaterKeepsItsNumberAndCountsForNothing() throws Exception {
        refunds.form(workspace, order).with(0, "11.90").with(1, "").send();
        refunds.form(workspace, order).with(0, "").send();
        undo(1);

        var shown = orderPage();
        assertThat(shown.text()).contains("-00001, void", "-00002, $9");
        var note = page(
                workspace.owner(), shown.selectFirst("a[href*=/credit-notes/]").attr("href"));
        assertThat(note.text()).contains("This credit note is void");
        assertThat(page(null, library(order)).select("a[href*=/credit-notes/]").eachText())
                .singleElement()
                .asString()
                .contains("-00002");
        assertThat(file(answer(workspace.owner(), workspace.path("/orders/" + order + "/receipt"))))
                .contains("-00002", "Paid after all $23.80")
                .doesNotContain("credit note C-" + Year.now(clock) + "-00001");
        assertThat(numbers(workspace)).containsExactly(1L, 2L);
    }

    @Test
    void parallelRefundsLeaveNoGapAndEachYearBeginsAtOne() throws Exception {
        var forms = new ArrayList<Callable<Integer>>();
        for (int n = 0; n < 12; n++) {
            var card = n % 4 == 3 ? REFUSED : OrderFixtures.PAYS;
            var form = refunds.form(
                    workspace, fixtures.order(workspace.id(), card, line("Workbook", OfferKind.TRIPWIRE, 2700)));
            forms.add(() -> form.send().status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(forms)) {
                assertThat(sent.get()).isEqualTo(302);
            }
        }
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(numbers(workspace)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L));

        clock.advance(Duration.ofDays(366));
        refunds.form(workspace, order).send();

        assertThat(numbers(workspace)).endsWith(9L, 1L);
    }

    /** As when the bank declines it after all. */
    private void undo(long number) {
        jdbc.sql("""
            with undone as (
                update refunds set state = 'REFUSED', reason = 'refused', gateway_reference = ''
                where workspace_id = :workspace and credit_number = :number returning order_id, amount)
            update orders set refunded = refunded - amount from undone
            where id = order_id and workspace_id = :workspace
            """)
                .param("workspace", workspace.id().value())
                .param("number", number)
                .update();
    }

    private List<Long> numbers(TestWorkspace of) {
        return jdbc.sql("""
            select credit_number from refunds where workspace_id = ? and credit_number is not null
            order by credit_year, credit_number
            """).param(of.id().value()).query(Long.class).list();
    }

    private Document orderPage() throws Exception {
        return page(workspace.owner(), workspace.path("/orders/" + order));
    }

    private OrderView sold() {
        return WorkspaceScope.call(workspace.id(), () -> orders.find(order).orElseThrow());
    }

    private String library(OrderId of) {
        return WorkspaceScope.call(
                workspace.id(),
                () -> path(orders.libraryUrl(orders.find(of).orElseThrow().contact())));
    }

    private Document page(TestPerson person, String path) throws Exception {
        return Jsoup.parse(answer(person, path).getContentAsString());
    }

    private MockHttpServletResponse answer(TestPerson person, String path) throws Exception {
        var request = get(URI.create(path));
        return mvc.perform(person == null ? request : request.with(person.signedIn()))
                .andReturn()
                .getResponse();
    }

    /** What a page's table and the line below its title say. */
    private static List<String> words(Document page) {
        var words = new ArrayList<>(page.select("table td, tbody th, tfoot th").eachText());
        words.add(page.selectFirst("h1").text());
        words.add(page.selectFirst("h1 + p").text());
        return words;
    }

    private static String file(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static String path(String address) {
        return URI.create(address).getRawPath();
    }
}
