package app.backmatter.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.coupon.KeepCoupons;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@BackmatterTest
class CouponPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    KeepCoupons kept;

    @Autowired
    Checkout checkout;

    @Autowired
    MovableClock clock;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void anEmptyListSaysWhatCodesAreFor() throws Exception {
        assertThat(page("").text()).contains("No codes yet", "LAUNCH20");
    }

    @Test
    void aCodeIsMadeListedAndChanged() throws Exception {
        send("", "code", "launch20", "off", "20%", "minimum", "10", "mostUses", "50", "mostPerReader", "1")
                .andExpect(status().is3xxRedirection());

        assertThat(page("").select("tbody tr").text()).contains("LAUNCH20", "20%", "Everything", "0 of 50", "Open");
        var edit = page("/" + only() + "/edit");
        assertThat(edit.select("#code").val()).isEqualTo("LAUNCH20");
        assertThat(edit.select("#minimum").val()).isEqualTo("10");
        send("/" + only(), "code", "LAUNCH5", "off", "5", "lastDay", "2199-12-31")
                .andExpect(status().is3xxRedirection());
        var shown = page("/" + only());
        assertThat(shown.select("h1").text()).isEqualTo("Code LAUNCH5");
        assertThat(shown.select(".facts").text()).contains("$5", "Dec 31, 2199").doesNotContain("20%");
        assertThat(shown.text()).contains("?coupon=LAUNCH5");
    }

    @Test
    void saysWhatIsWrongBesideEachField() throws Exception {
        var answer = send(
                        "",
                        "code",
                        "a b",
                        "off",
                        "100%",
                        "minimum",
                        "much",
                        "firstDay",
                        "2026-12-24",
                        "lastDay",
                        "2026-12-01",
                        "mostUses",
                        "0",
                        "mostPerReader",
                        "-1",
                        "scope",
                        "product:" + CouponId.next())
                .andReturn()
                .getResponse()
                .getContentAsString();

        var errors = Jsoup.parse(answer).select(".field-error");
        assertThat(errors).hasSize(7);
        assertThat(errors.text()).contains("before the first", "A part below 100%");
        assertThat(Jsoup.parse(answer).select("#off").val()).isEqualTo("100%");
    }

    @Test
    void twoCodesDoNotReadTheSame() throws Exception {
        coupons.open(workspace.id(), "LAUNCH", 20);

        var answer = send("", "code", "Launch", "off", "10%").andReturn().getResponse();

        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select(".field-error")
                        .text())
                .contains("a code that reads so already");
        coupons.open(accounts.workspace().id(), "LAUNCH", 20);
    }

    @Test
    void isStoppedAndLetWorkAgain() throws Exception {
        var coupon = coupons.open(workspace.id(), "LAUNCH", 20);

        send("/" + coupon + "/stop").andExpect(status().is3xxRedirection());
        assertThat(page("/" + coupon).select("h1 + p").text()).isEqualTo("Stopped");
        assertThat(page("").select("tbody .badge").text()).isEqualTo("Stopped");
        send("/" + coupon + "/stop/deletion").andExpect(status().is3xxRedirection());
        assertThat(page("/" + coupon).select("h1 + p").text()).isEqualTo("Open");
    }

    @Test
    void countsItsUsesAndLeadsToTheirOrders() throws Exception {
        var coupon = coupons.open(workspace.id(), "LAUNCH", 20);
        var order = pay(coupon, OrderFixtures.PAYS);
        pay(coupon, "4000000000000002");

        var shown = page("/" + coupon);

        assertThat(shown.select(".figure-value").eachText()).containsExactly("1 use", "$21.60");
        assertThat(shown.select("tbody tr")).hasSize(1);
        assertThat(shown.select("tbody").text()).contains("Order 1", "$5.40", "$21.60");
        assertThat(shown.select("tbody a").attr("href")).endsWith("/orders/" + order);
        var page = Jsoup.parse(html(mvc.perform(
                get(workspace.path("/orders/" + order)).with(workspace.owner().signedIn()))));
        assertThat(page.select("tfoot tr").eachText()).containsExactly("Code LAUNCH −$5.40", "Total $21.60");
        assertThat(html(mvc.perform(get(workspace.path("/orders/export"))
                        .with(workspace.owner().signedIn()))))
                .contains("21.60,5.40,LAUNCH,");
    }

    private Object pay(CouponId coupon, String card) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var workbook = OrderFixtures.line("Workbook", OfferKind.TRIPWIRE, 2700);
            var request = OrderFixtures.request(
                    fixtures.buyer(),
                    card,
                    CouponFixtures.percent(20)
                            .of(List.of(workbook), line -> true)
                            .getFirst());
            return checkout.pay(OrderFixtures.with(request, coupon)).order();
        });
    }

    private String only() {
        return WorkspaceScope.call(
                workspace.id(), () -> kept.all().getFirst().coupon().id().toString());
    }

    private Document page(String rest) throws Exception {
        return Jsoup.parse(html(mvc.perform(get(URI.create(workspace.path("/coupons" + rest)))
                        .with(workspace.owner().signedIn()))
                .andExpect(status().isOk())));
    }

    private ResultActions send(String rest, String... fields) throws Exception {
        var request = post(URI.create(workspace.path("/coupons" + rest)))
                .with(workspace.owner().signedIn())
                .with(csrf());
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return mvc.perform(request);
    }

    private static String html(ResultActions page) throws Exception {
        return page.andReturn().getResponse().getContentAsString();
    }
}
