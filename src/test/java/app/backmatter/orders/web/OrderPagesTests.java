package app.backmatter.orders.web;

import static app.backmatter.support.OrderFixtures.line;
import static app.backmatter.support.OrderFixtures.reduced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.PaymentOutcome.AuthenticationRequired;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@BackmatterTest
class OrderPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    Checkout checkout;

    @Autowired
    JdbcClient jdbc;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @Test
    void anEmptyListSaysWhatItIsFor() throws Exception {
        page("").andExpect(status().isOk()).andExpect(content().string(containsString("No orders yet")));
    }

    @Test
    void listsOrdersAndFindsThem() throws Exception {
        fixtures.paidOrder(workspace.id(), line("Workbook", OfferKind.TRIPWIRE, 2700));

        page("").andExpect(content().string(containsString("Workbook")))
                .andExpect(content().string(containsString("$27")));
        page("?q=1").andExpect(content().string(containsString("Workbook")));
        page("?q=READER-").andExpect(content().string(containsString("Workbook")));
        page("?q=%25nobody").andExpect(content().string(not(containsString("Workbook"))));
        page("?before=nonsense").andExpect(status().isNotFound());
        page("?q=%00").andExpect(status().is4xxClientError());
    }

    @Test
    void pagesThroughEachOrderOnceLatestFirst() throws Exception {
        for (int n = 0; n < 51; n++) {
            fixtures.paidOrder(workspace.id(), line("Workbook", OfferKind.TRIPWIRE, 2700));
        }
        var latest = Jsoup.parse(html(page("?q=reader")));
        var older = Jsoup.parse(
                html(mvc.perform(get(URI.create(latest.select(".pagination a").attr("href")))
                        .with(workspace.owner().signedIn()))));

        assertThat(latest.select("tbody th").eachText())
                .hasSize(50)
                .startsWith("Order 51")
                .endsWith("Order 2");
        assertThat(older.select("tbody th").eachText()).containsExactly("Order 1");
        assertThat(older.select(".pagination a").eachText()).containsExactly("Newest");
    }

    @Test
    void showsEveryTryToPay() throws Exception {
        var order = WorkspaceScope.call(
                workspace.id(),
                () -> checkout.pay(OrderFixtures.request(
                                fixtures.buyer(), "4000000000009995", line("Workbook", OfferKind.TRIPWIRE, 2700)))
                        .order());

        page("/" + order)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The card lacked funds.")));
    }

    @Test
    void saysWhyAnOrderOfAnOwnerWasNotCharged() throws Exception {
        var workbook = line("Workbook", OfferKind.TRIPWIRE, 2700);
        WorkspaceScope.run(workspace.id(), () -> {
            var reader = fixtures.buyer();
            checkout.pay(OrderFixtures.request(reader, OrderFixtures.PAYS, workbook));
            checkout.pay(OrderFixtures.request(reader, OrderFixtures.PAYS, workbook));
        });

        var list = Jsoup.parse(html(page("")));

        assertThat(list.select("tbody .badge").eachText()).containsExactly("Not charged", "Paid");
        var order = list.select("tbody a").attr("href").replaceFirst(".*/orders", "");
        page(order).andExpect(content().string(containsString("The reader has it already")));
    }

    @Test
    void saysThatAReaderPaidAgainWhoAnsweredTheBankLate() throws Exception {
        var workbook = line("Workbook", OfferKind.TRIPWIRE, 2700);
        var reader = WorkspaceScope.call(workspace.id(), fixtures::buyer);
        var late = OrderFixtures.request(reader, "4000002500003155", workbook);
        var bank = (AuthenticationRequired) WorkspaceScope.call(workspace.id(), () -> checkout.pay(late));
        WorkspaceScope.run(
                workspace.id(), () -> checkout.pay(OrderFixtures.request(reader, OrderFixtures.PAYS, workbook)));
        mvc.perform(post(bank.url()).param("answer", "APPROVE"));
        WorkspaceScope.run(workspace.id(), () -> checkout.outcome(late.attempt()));

        page("/" + bank.order()).andExpect(content().string(containsString("paid again: Workbook.")));
        var first = Jsoup.parse(html(page(""))).select("tbody a:contains(Order 1)");
        page(first.attr("href").replaceFirst(".*/orders", ""))
                .andExpect(content().string(not(containsString("paid again"))));
    }

    @Test
    void showsAPaidOrderWithNumberAndCard() throws Exception {
        var order = fixtures.paidOrder(workspace.id(), line("${7*7} <i>", OfferKind.TRIPWIRE, 2700));

        page("/" + order)
                .andExpect(content().string(containsString("<title>Order 1")))
                .andExpect(content().string(containsString("Visa •••• 4242")))
                .andExpect(content().string(containsString("${7*7} &lt;i&gt;")));
    }

    @Test
    void showsDiscountAndTaxOfAnOrder() throws Exception {
        var workbook = reduced(line("Workbook", OfferKind.TRIPWIRE, 2700), 700, 380, 1900);
        var order = fixtures.paidOrder(workspace.id(), workbook, line("Audio", OfferKind.ORDER_BUMP, 900));

        var sums = Jsoup.parse(html(page("/" + order))).select("tfoot tr").eachText();

        assertThat(sums).containsExactly("Code −$7", "VAT 19% $3.80", "Total $32.80");
        assertThat(html(page("/export"))).contains("32.80,7.00,,3.80,0.00,32.80,USD");
        assertThat(html(page(""))).contains("$32.80");
    }

    @Test
    void anotherWorkspacesOrderIsNotThere() throws Exception {
        var foreign = fixtures.paidOrder(accounts.workspace().id(), line("Workbook", OfferKind.TRIPWIRE, 2700));

        page("/" + foreign).andExpect(status().isNotFound());
        page("/nonsense").andExpect(status().isNotFound());
    }

    @Test
    void exportsCellsThatCannotRun() throws Exception {
        fixtures.paidOrder(workspace.id(), line("=HYPERLINK(\"http://evil.example\")", OfferKind.TRIPWIRE, 2700));

        var csv = page("/export")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("orders.csv")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(csv)
                .contains("'=HYPERLINK", "27.00,0.00,,0.00,0.00,27.00,USD")
                .doesNotContain(",=", ",\"=");
    }

    @Test
    void exportsEveryOrderOnce() throws Exception {
        jdbc.sql("""
            with placed as (
                insert into orders (id, workspace_id, passage_id, funnel_id, contact_id, email, reader_name, source_kind,
                                    source_label, currency, own_currency, rate, placed_at)
                select uuidv7(), :workspace, uuidv7(), uuidv7(), uuidv7(), 'reader' || n || '@example.org', 'Mary',
                       'DIRECT', '', 'USD', 'USD', 1, now()
                from generate_series(1, 2345) as n
                returning id, workspace_id),
            tried as (
                insert into payments (id, workspace_id, order_id, attempt_id, try_number, body_hash, amount, currency,
                                      state, reason, started_at, settled_at)
                select uuidv7(), workspace_id, id, uuidv7(), 1, '', 2700, 'USD', 'DECLINED', 'card_declined', now(), now()
                from placed
                returning id, workspace_id)
            insert into order_lines (id, workspace_id, payment_id, position, product_id, name, kind, step_id, amount,
                                     currency)
            select uuidv7(), workspace_id, id, 1, uuidv7(), 'Workbook', 'TRIPWIRE', uuidv7(), 2700, 'USD' from tried
            """).param("workspace", workspace.id().value()).update();

        var lines = html(page("/export")).lines().toList();

        assertThat(lines).hasSize(2346).doesNotHaveDuplicates();
        assertThat(lines.getLast()).contains("@example.org", "27.00,0.00,,0.00,0.00,,USD");
    }

    @Test
    void aViewerMayLook() throws Exception {
        var viewer = accounts.member(workspace, Role.VIEWER);

        mvc.perform(get(workspace.path("/orders")).with(viewer.signedIn())).andExpect(status().isOk());
    }

    private static String html(ResultActions page) throws Exception {
        return page.andReturn().getResponse().getContentAsString();
    }

    private ResultActions page(String rest) throws Exception {
        return mvc.perform(get(URI.create(workspace.path("/orders" + rest)))
                .with(workspace.owner().signedIn()));
    }
}
