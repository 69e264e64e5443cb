package app.backmatter.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.Currencies;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.CurrencyFixtures;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.TestWorkspace;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@BackmatterTest
class CurrencyPagesTests {
    private static final String BANK = "Date, USD, JPY, GBP\n20 November 2026, 1.25, 160.00, 0.80\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ProductFixtures products;

    @Autowired
    CurrencyFixtures fixtures;

    @Autowired
    Currencies currencies;

    @Autowired
    Catalog catalog;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @Test
    void ratesAreTypedWithTheirDay() throws Exception {
        assertThat(page("/settings/currencies").select("select[name=currency] option[value=USD]"))
                .as("its own")
                .isEmpty();

        send(typed("EUR", "1,0837", "2026-11-02", "JPY", "0.0065", "")).andExpect(status().isFound());

        var page = page("/settings/currencies");
        assertThat(page.select("option[selected]").eachAttr("value")).startsWith("EUR", "JPY");
        assertThat(page.select("input[name=rate]").eachAttr("value")).startsWith("1.0837", "0.0065");
        assertThat(page.select("input[name=day]").eachAttr("value").getFirst()).isEqualTo("2026-11-02");
        assertThat(others()).containsExactly("EUR", "JPY");
        assertThat(worth(Money.of(1000, "EUR"))).isEqualTo(Money.of(1084, "USD"));

        send(typed("EUR", "1.2", "")).andExpect(status().isFound());
        assertThat(others()).containsExactly("EUR");
        assertThat(worth(Money.of(1000, "EUR"))).isEqualTo(Money.of(1200, "USD"));
    }

    @Test
    void ratesComeFromTheFileOfTheCentralBank() throws Exception {
        send(typed("EUR", "", "", "GBP", "", "", "BRL", "0.18", "2026-11-02").file(bank(BANK)))
                .andExpect(status().isFound());

        assertThat(worth(Money.of(1000, "EUR"))).isEqualTo(Money.of(1250, "USD"));
        assertThat(worth(Money.of(1000, "GBP"))).isEqualTo(Money.of(1563, "USD"));
        assertThat(page("/settings/currencies").select("input[name=day]").eachAttr("value"))
                .as("as typed where the file has none")
                .startsWith("2026-11-02", "2026-11-20", "2026-11-20");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var answer = answered(typed(
                "EUR",
                "1.1",
                "",
                "EUR",
                "1.2",
                "",
                "USD",
                "1",
                "",
                "XXX",
                "2",
                "",
                "GBP",
                "much",
                "",
                "SEK",
                "0",
                "",
                "NOK",
                "0.1",
                "2099-01-01",
                "",
                "7",
                ""));

        assertThat(answer.select(".exchange-rate .field-error").eachText())
                .containsExactly(
                        "This currency stands above already.",
                        "This currency stands above already.",
                        "Choose the currency for this rate.",
                        "Type what one unit comes to, such as 1.08, or choose a file that has it.",
                        "Type what one unit comes to, such as 1.08, or choose a file that has it.",
                        "A day that is not after today.",
                        "Choose the currency for this rate.");
        assertThat(answer.select("input[name=rate]").eachAttr("value")).contains("much");
        assertThat(others()).as("nothing is kept").isEmpty();
        assertThat(answered(typed("EUR", "", "").file(bank("<html>404</html>"))).text())
                .contains("This is no file of rates of the bank");
    }

    @Test
    void areForOwnersAlone() throws Exception {
        var editor = accounts.member(workspace, Role.EDITOR);

        mvc.perform(get(workspace.path("/settings/currencies")).with(editor.signedIn()))
                .andExpect(status().isForbidden());
        mvc.perform(typed("EUR", "1.1", "").with(editor.signedIn()).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aProductHasAPriceAndAHistoryInEachCurrency() throws Exception {
        var id = products.workbook(workspace, "Workbook", 2700);
        assertThat(page("/products/" + id + "/edit").select("[name^=price-]")).isEmpty();
        fixtures.set(workspace.id(), Map.of("EUR", "1.08", "JPY", "0.0065"));

        send(product(id).param("price", "27").param("price-EUR", "25,50").param("price-JPY", "3900"))
                .andExpect(status().isFound());
        assertThat(view(id).others()).isEqualTo(Prices.of(Money.of(2550, "EUR"), Money.of(3900, "JPY")));
        send(product(id).param("price", "27").param("price-EUR", "24").param("price-JPY", ""))
                .andExpect(status().isFound());

        assertThat(view(id).price()).isEqualTo(Money.of(2700, "USD"));
        assertThat(view(id).others()).isEqualTo(Prices.of(Money.of(2400, "EUR")));
        assertThat(page("/products/" + id).select(".price-history tbody tr").eachText())
                .anyMatch(row -> row.startsWith("€24") && row.endsWith("now"))
                .anyMatch(row -> row.startsWith("€25.50") && !row.endsWith("now"))
                .anyMatch(row -> row.startsWith("¥3,900") && !row.endsWith("now"))
                .anyMatch(row -> row.startsWith("$27") && row.endsWith("now"));
        assertThat(page("/products/" + id + "/edit").select("[name^=price-]").eachAttr("value"))
                .containsExactly("24", "");
    }

    @Test
    void aCurrencyWithoutARateKeepsItsPricesUntilItHasOneAgain() throws Exception {
        var id = products.workbook(workspace, "Workbook", 2700);
        fixtures.set(workspace.id(), Map.of("EUR", "1.08"));
        send(product(id).param("price", "27").param("price-EUR", "25")).andExpect(status().isFound());

        fixtures.set(workspace.id(), Map.of());
        send(product(id).param("price", "29")).andExpect(status().isFound());

        assertThat(view(id).others()).isEqualTo(Prices.of(Money.of(2500, "EUR")));
    }

    @Test
    void saysBesideTheFieldWhatIsNoPrice() throws Exception {
        var id = products.workbook(workspace, "Workbook", 2700);
        fixtures.set(workspace.id(), Map.of("EUR", "1.08", "JPY", "0.0065"));

        var answer = answered(
                product(id).param("price", "27").param("price-EUR", "0").param("price-JPY", "39.50"));

        assertThat(answer.select("#price-EUR-notes, #price-JPY-notes")).hasSize(2);
        assertThat(answer.select("[name=price-JPY]").val()).isEqualTo("39.50");
        assertThat(view(id).others()).isEqualTo(Prices.NONE);
    }

    private MockMultipartHttpServletRequestBuilder product(Object id) {
        return multipart(workspace.path("/products/" + id))
                .param("name", "Workbook")
                .param("type", "WORKBOOK");
    }

    /** @param rows currency, rate and day by turns */
    private MockMultipartHttpServletRequestBuilder typed(String... rows) {
        var request = multipart(workspace.path("/settings/currencies"));
        for (int i = 0; i < rows.length; i += 3) {
            request.param("currency", rows[i]);
            request.param("rate", rows[i + 1]);
            request.param("day", rows[i + 2]);
        }
        return request;
    }

    private static MockMultipartFile bank(String text) {
        return new MockMultipartFile("file", "eurofxref.csv", "text/csv", text.getBytes());
    }

    private ResultActions send(MockMultipartHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(workspace.owner().signedIn()).with(csrf()));
    }

    private Document answered(MockMultipartHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(send(request)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(workspace.path(path)).with(workspace.owner().signedIn()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private List<String> others() {
        return WorkspaceScope.call(workspace.id(), () -> currencies.others()).stream()
                .map(Currency::getCurrencyCode)
                .toList();
    }

    private Money worth(Money amount) {
        return WorkspaceScope.call(
                workspace.id(),
                () -> currencies.rate(amount.currency()).orElseThrow().of(amount));
    }

    private ProductView view(ProductId id) {
        return WorkspaceScope.call(workspace.id(), () -> catalog.find(id).orElseThrow());
    }
}
