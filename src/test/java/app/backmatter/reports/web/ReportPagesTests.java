package app.backmatter.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.funnels.NewFunnel.Offered;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.ReaderSignedUp;
import app.backmatter.funnels.RevisionId;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.PaymentReceived;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

@BackmatterTest
class ReportPagesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    Catalog catalog;

    @Autowired
    Funnels funnels;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    TestWorkspace workspace;
    FunnelView funnel;
    PaymentReceived payment;

    @BeforeEach
    void funnelWithOneSale() {
        workspace = accounts.workspace();
        funnel = WorkspaceScope.call(
                workspace.id(), () -> funnels.find(newFunnel("=Last Pages <b>")).orElseThrow());
        var passage = PassageId.next();
        var revision = RevisionId.next();
        var campaign = Source.campaign("=cmd|' /C calc'!A0");
        payment = payment(passage, campaign);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ReaderSignedUp.Batch(List.of(new ReaderSignedUp(
                    workspace.id(),
                    funnel.id(),
                    revision,
                    funnel.steps().get(0).id(),
                    Ids.next(),
                    passage,
                    ContactId.next(),
                    campaign,
                    false,
                    clock.instant()))));
            events.publishEvent(payment);
        });
        Awaitility.await().untilAsserted(() -> assertThat(page("")).contains("$27"));
    }

    @Test
    void drawsTheTreeWithWhatEachPageBroughtAndInventsNothing() throws Exception {
        var cards = Jsoup.parse(page("")).select(".tree-card");

        assertThat(cards.first().text()).contains("1 saw it", "signed up: too few to tell (1 of 1)");
        assertThat(cards.last().text()).contains("Nobody has seen it").doesNotContain("%", "$");
        assertThat(Jsoup.parse(page("?days=7&source=DIRECT"))
                        .select(".tree-card")
                        .text())
                .doesNotContain("saw it", "%", "$");
    }

    @Test
    void saysThatTheMoneyOnACheckoutsCardHoldsTheOrderBump() throws Exception {
        var step = funnel.steps().get(1).id();
        var product = payment.lines().getFirst().product();
        var bump = new LineItem(product, "Checklist", OfferKind.ORDER_BUMP, step, Money.of(700, "USD"));
        transaction.executeWithoutResult(_ -> events.publishEvent(new PaymentReceived(
                workspace.id(),
                payment.order(),
                payment.funnel(),
                payment.passage(),
                payment.contact(),
                List.of(bump),
                bump.price(),
                payment.rate(),
                false,
                payment.source(),
                clock.instant())));

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                Jsoup.parse(page("")).select(".tree-tripwire").text())
                        .contains("$34 with the order bump"));
    }

    @Test
    void showsWhatTheStoryBrought() throws Exception {
        var page = Jsoup.parse(page(""));

        assertThat(page.select(".figure-value").eachText()).containsExactly("1", "1", "1", "$27");
        assertThat(page.select("table").first().select("tbody tr").first().text())
                .contains("Opt-in", "too few to tell 1 of 1");
        assertThat(page.select("table").last().text()).contains("Campaign =cmd|' /C calc'!A0", "$27");
        // markup in names is text
        assertThat(page.select("h1").text()).isEqualTo("=Last Pages <b>");
    }

    @Test
    void exportsNothingThatASpreadsheetWouldRun() throws Exception {
        var path = "/reports/funnels/" + funnel.id() + "/sources.csv";
        var csv = mvc.perform(get(workspace.path(path)).with(workspace.owner().signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"last-pages-b.csv\""))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSize(2).noneMatch(line -> line.matches("(^|.*,)\"?[=+@-].*"));
        assertThat(csv).contains("1,1,0,1,27.00,0.00,27.00,27.00,USD");
    }

    @Test
    void exportsTheSteps() throws Exception {
        var path = "/reports/funnels/" + funnel.id() + "/steps.csv";
        var csv = mvc.perform(get(workspace.path(path)).with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(csv).contains(",1,1,1.0000,0,0,27.00,0.00,27.00,27.00,USD");
        assertThat(csv.lines().filter(line -> line.startsWith("Opt-in,")))
                .as("an empty cell where the page has a dash")
                .singleElement()
                .asString()
                .endsWith(",1,1,1.0000,,,,,,,USD");
    }

    @Test
    void isThereForViewersAndNobodyElse() throws Exception {
        var path = "/reports/funnels/" + funnel.id();
        var other = accounts.workspace();

        assertThat(statusOf(workspace.path(path), accounts.member(workspace, Role.VIEWER)))
                .isEqualTo(200);
        assertThat(statusOf(workspace.path(path), other.owner())).isEqualTo(404);
        assertThat(statusOf(other.path(path), other.owner())).isEqualTo(404);
        assertThat(statusOf(other.path(path + "/steps.csv"), other.owner())).isEqualTo(404);
        assertThat(statusOf(workspace.path("/reports/funnels/nonsense"), workspace.owner()))
                .isEqualTo(404);
    }

    @Test
    void saysWhenDatesMakeNoSense() throws Exception {
        var path = workspace.path("/reports/funnels/" + funnel.id());

        assertThat(statusOf(path + "?from=2026-13-45", workspace.owner())).isEqualTo(400);
        assertThat(statusOf(path + "?from=2026-02-02&to=2026-01-01", workspace.owner()))
                .isEqualTo(400);
        assertThat(statusOf(path + "?days=-1&source=%27%3B--", workspace.owner()))
                .isEqualTo(200);
        assertThat(statusOf(path + "?from=2026-01-01", workspace.owner())).isEqualTo(200);
    }

    @Test
    void listsAllFunnels() throws Exception {
        var list = Jsoup.parse(html(workspace.path("/reports?days=7")));

        assertThat(list.select("tbody tr").text()).contains("=Last Pages <b>", "$27");
    }

    @Test
    void greetsWithTheWeekAndWhatIsNext() throws Exception {
        var today = Jsoup.parse(html(workspace.path("")));

        assertThat(today.select(".figure-value").eachText()).containsExactly("1", "1", "$27");
        assertThat(today.select(".figure-change").first().text()).isEqualTo("1 more than the week before");
        assertThat(today.select(".task").first().text()).contains("Tell us about your book");
        assertThat(today.select(".task-done").text()).isEmpty();
        assertThat(today.select(".feed").text()).contains("A new reader signed up, from the campaign =cmd");
    }

    private FunnelId newFunnel(String name) {
        var product =
                catalog.add(new NewProduct("Workbook", ProductType.WORKBOOK, "", Money.of(2700, "USD"), null, null));
        return funnels.create(
                new NewFunnel(name, FunnelTemplate.FREE_GIFT, null, Map.of(FunnelPart.TRIPWIRE, Offered.of(product))));
    }

    private PaymentReceived payment(PassageId passage, Source source) {
        var tripwire = funnel.steps().get(1).id();
        var price = Money.of(2700, "USD");
        var product = WorkspaceScope.call(
                workspace.id(), () -> catalog.all().getFirst().id());
        return new PaymentReceived(
                workspace.id(),
                OrderId.next(),
                funnel.id().value(),
                passage.value(),
                ContactId.next(),
                List.of(new LineItem(product, "Workbook", OfferKind.TRIPWIRE, tripwire, price)),
                price,
                ExchangeRate.same(price.currency()),
                true,
                source,
                clock.instant());
    }

    private String page(String query) throws Exception {
        return html(workspace.path("/reports/funnels/" + funnel.id() + query));
    }

    private String html(String path) throws Exception {
        return mvc.perform(get(path).with(workspace.owner().signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int statusOf(String path, TestPerson person) throws Exception {
        return mvc.perform(get(path).with(person.signedIn()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
