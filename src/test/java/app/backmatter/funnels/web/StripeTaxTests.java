package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.Upsell;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.orders.tax.TaxSettings.Mode;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TaxFixtures;
import app.backmatter.support.stripe.FakeStripe;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Taxes as Stripe knows them: by country, and by postal code where a country has many. */
@BackmatterTest
class StripeTaxTests {
    private static final String CALCULATIONS = "/v1/tax/calculations";

    @Autowired
    StripeShops shops;

    @Autowired
    TaxFixtures taxes;

    FakeStripe stripe;
    StripeShop shop;

    @BeforeEach
    void openShop() {
        stripe = new FakeStripe("http://localhost");
        shop = shops.open(stripe);
        taxes.ofStripe(shop.workspace().id(), Mode.ON_TOP);
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void theTotalHasTheTaxOfTheCountryBeforeAnybodyPays() {
        var shown = update("country", "DE");

        assertThat(shown.page().select("tfoot").text()).contains("VAT 19%", "$3.61", "$22.61");
        var page = StripeShop.onward(payAsShown(shown, "country", "DE"));
        assertThat(stripe.writes(CALCULATIONS))
                .as("what was told once is not asked again")
                .hasSize(1);
        stripe.payAt(page);
        shop.comeBack();

        shop.assertSoldOnce(2261);
        assertThat(shop.order().lines().getFirst().tax().basisPoints()).isEqualTo(1900);
    }

    @Test
    void taxesInThePriceLeaveItAsItIs() {
        taxes.ofStripe(shop.workspace().id(), Mode.INCLUDED);

        assertThat(update("country", "DE").page().select("tfoot").text()).contains("$19", "$3.03");
    }

    @Test
    void asksForThePostalCodeWhereTaxesDependOnIt() {
        var without = payAsShown(update("country", "US"), "country", "US");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.page().select("#postalCode-error").text()).contains("type the postal code");
        assertThat(stripe.writes(CALCULATIONS)).isEmpty();

        var nowhere = update("country", "US", "postalCode", "nowhere");
        assertThat(nowhere.page().select("#postalCode-error").text()).contains("no such place");
        assertThat(payAsShown(nowhere, "country", "US", "postalCode", "nowhere").status())
                .isEqualTo(422);

        var shown = update("country", "US", "postalCode", "10001");
        assertThat(shown.page().select("tfoot").text()).contains("Sales tax 8.88%", "$1.69", "$20.69");
        stripe.payAt(StripeShop.onward(payAsShown(shown, "country", "US", "postalCode", "10001")));
        shop.comeBack();
        shop.assertSoldOnce(2069);
        assertThat(shop.order().address().postalCode()).isEqualTo("10001");
    }

    @Test
    void countriesThatTaxNothingPayThePrice() {
        var shown = update("country", "FR");

        assertThat(shown.page().select("tfoot").text()).contains("$19").doesNotContain("VAT");
        StripeShop.onward(payAsShown(shown, "country", "FR"));
    }

    @Test
    void nobodyPaysWithoutTheTaxWhileStripeIsSilent() {
        stripe.isSilentAboutTaxes(true);
        var shown = update("country", "DE");
        assertThat(shown.text()).contains("can’t be told right now");

        var answer = payAsShown(shown, "country", "DE");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("Nothing was charged: please try again in a minute");
        assertThat(answer.page().select("#country option[selected]").text()).isEqualTo("Germany");
        assertThat(stripe.sessions()).isEmpty();
    }

    @Test
    void aCrowdDoesNotWaitForASilentStripe() {
        stripe.isSilentAboutTaxes(true);
        for (int reader = 0; reader < 5; reader++) {
            update("country", "DE");
        }
        assertThat(stripe.writes(CALCULATIONS)).hasSize(1);

        stripe.isSilentAboutTaxes(false);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> update("country", "DE").text().contains("VAT 19%"));
    }

    @Test
    void oneClickChargesTheTaxOfTheSamePlaceAndSaysSoBefore() {
        stripe.payAt(StripeShop.onward(payAsShown(update("country", "DE"), "country", "DE")));
        var offer = shop.comeBack();
        assertThat(offer.text()).contains("VAT 19% comes on top");

        shop.accept(Upsell.class);

        assertThat(shop.order().lines())
                .extracting(line -> line.tax().basisPoints())
                .containsOnly(1900);
    }

    @Test
    void oneClickChargesNothingWhileStripeIsSilent() {
        stripe.payAt(StripeShop.onward(payAsShown(update("country", "DE"), "country", "DE")));
        stripe.isSilentAboutTaxes(true);

        var offer = shop.comeBack();
        assertThat(offer.text()).contains("The tax on it can’t be told right now", "Look again");
        var answer = shop.accept(Upsell.class);

        assertThat(shop.get(answer.location()).text()).contains("can’t be told right now");
        shop.assertSoldOnce(2261);
    }

    @Test
    void theAuthorsOwnRatesCountOnceTheKeysAreGone() {
        WorkspaceScope.run(shop.workspace().id(), () -> shops.accounts().disconnect());

        assertThat(shop.checkout().page().select("#postalCode")).isEmpty();
        assertThat(update("country", "DE").page().select("tfoot").text()).doesNotContain("VAT");
        assertThat(stripe.writes(CALCULATIONS)).isEmpty();
    }

    private Answer update(String... fields) {
        var more = new String[fields.length + 2];
        System.arraycopy(fields, 0, more, 0, fields.length);
        more[fields.length] = "update";
        more[fields.length + 1] = "yes";
        return shop.press(more);
    }

    private Answer payAsShown(Answer page, String... fields) {
        var more = new String[fields.length + 2];
        System.arraycopy(fields, 0, more, 0, fields.length);
        more[fields.length] = "shown";
        more[fields.length + 1] = page.page().select("input[name=shown]").val();
        return shop.press(more);
    }
}
