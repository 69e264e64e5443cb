package app.backmatter.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.payment.stripe.StripeAccounts;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestWorkspace;
import app.backmatter.support.stripe.FakeStripe;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@BackmatterTest
class TaxPageTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    StripeAccounts stripes;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @Test
    void nothingIsTaxedUntilTheOwnerSaysSo() throws Exception {
        var page = page();

        assertThat(page.select("input[name=mode][checked]").val()).isEqualTo("NONE");
        assertThat(page.select(".tax-rate")).hasSize(3);
    }

    @Test
    void ratesAreKeptInTheOrderOfTheirCountriesWithRoomForMore() throws Exception {
        send("ON_TOP", new String[] {"DE", "", "AT"}, new String[] {"19", "", "20,5%"}, new String[] {"MwSt.", "", ""})
                .andExpect(status().is3xxRedirection());

        var page = page();
        assertThat(page.select("input[name=mode][checked]").val()).isEqualTo("ON_TOP");
        assertThat(page.select("select option[selected]").eachText()).startsWith("Austria", "Germany");
        assertThat(page.select("input[name=percent]").eachAttr("value")).containsExactly("20.5", "19", "", "", "");
        assertThat(page.select("input[name=taxName]").eachAttr("value")).startsWith("VAT", "MwSt.");
        send("NONE", new String[] {}, new String[] {}, new String[] {}).andExpect(status().is3xxRedirection());
        assertThat(page().select("input[name=mode][checked]").val()).isEqualTo("NONE");
    }

    @Test
    void saysWhatIsWrongBesideEachRow() throws Exception {
        var answer = send(
                        "INCLUDED",
                        new String[] {"DE", "DE", "", "FR", "XX"},
                        new String[] {"19", "7", "5", "0", "10"},
                        new String[] {})
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Jsoup.parse(answer).select(".tax-rate .field-error").eachText())
                .containsExactly(
                        "This country stands above already.",
                        "Choose the country for this rate.",
                        "A percentage above 0, such as 19 or 5.5.",
                        "Choose the country for this rate.");
        assertThat(page().select("input[name=mode][checked]").val())
                .as("nothing is kept")
                .isEqualTo("NONE");
        assertThat(Jsoup.parse(send("EVERYTHING", new String[] {}, new String[] {}, new String[] {})
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select(".field-error")
                        .text())
                .contains("Choose one of the three");
    }

    @Test
    void stripeCanBeChosenWhereTheWorkspaceHasItsKeys() throws Exception {
        assertThat(page().select("input[name=ratesOf]")).isEmpty();
        try (var stripe = new FakeStripe("http://localhost")) {
            WorkspaceScope.run(
                    workspace.id(),
                    () -> stripes.connect(FakeStripe.SECRET, FakeStripe.WEBHOOK_SECRET, stripe.address()));
            stripe.hasTax(false);
            assertThat(chooseStripe().getContentAsString()).contains("Stripe Tax is not set up");
            stripe.isSilentAboutTaxes(true);
            assertThat(chooseStripe().getContentAsString()).contains("Stripe does not answer right now");
            assertThat(page().select("input[name=ratesOf][checked]").val())
                    .as("nothing is kept")
                    .isEqualTo("AUTHOR");

            stripe.isSilentAboutTaxes(false);
            stripe.hasTax(true);
            assertThat(chooseStripe().getStatus()).isEqualTo(302);
            assertThat(page().select("input[name=ratesOf][checked]").val()).isEqualTo("STRIPE");
            WorkspaceScope.run(workspace.id(), stripes::disconnect);
            assertThat(page().text()).contains("has no Stripe keys", "your own rates count");
        }
    }

    private MockHttpServletResponse chooseStripe() throws Exception {
        return mvc.perform(post(workspace.path("/settings/taxes"))
                        .param("mode", "ON_TOP")
                        .param("ratesOf", "STRIPE")
                        .with(workspace.owner().signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    @Test
    void isForOwnersAlone() throws Exception {
        var editor = accounts.member(workspace, Role.EDITOR);

        mvc.perform(get(workspace.path("/settings/taxes")).with(editor.signedIn()))
                .andExpect(status().isForbidden());
        mvc.perform(post(workspace.path("/settings/taxes"))
                        .param("mode", "NONE")
                        .with(editor.signedIn())
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private Document page() throws Exception {
        return Jsoup.parse(mvc.perform(get(workspace.path("/settings/taxes"))
                        .with(workspace.owner().signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions send(String mode, String[] countries, String[] percents, String[] names) throws Exception {
        return mvc.perform(post(workspace.path("/settings/taxes"))
                .param("mode", mode)
                .param("country", countries)
                .param("percent", percents)
                .param("taxName", names)
                .with(workspace.owner().signedIn())
                .with(csrf()));
    }
}
