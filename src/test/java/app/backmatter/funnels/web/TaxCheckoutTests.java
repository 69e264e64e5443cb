package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.funnels.domain.Upsell;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.orders.tax.TaxSettings;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TaxFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Taxes as a reader meets them, without JavaScript. */
@BackmatterTest
class TaxCheckoutTests extends CheckoutScene {
    @Autowired
    CouponFixtures coupons;

    @Autowired
    TaxFixtures taxes;

    @Test
    void nobodyIsAskedForACountryWithoutNeed() {
        var page = browser.get(checkout()).page();

        assertThat(page.select("#country")).isEmpty();
        assertThat(page.select("#address")).isEmpty();
    }

    @Test
    void aTaxOnTopIsInTheTotalBeforePayingAndOnReceiptAndOrderAfter() {
        taxes.onTop(workspace.id());

        var shown = update("country", "DE", "bump", "yes");

        assertThat(sums(shown)).containsExactly("VAT 19% $4.94", "Total $30.94");
        assertThat(shown.page().select("#country option[selected]").text()).isEqualTo("Germany");
        assertThat(payAsShown(shown, "country", "DE", "bump", "yes").location()).isEqualTo(way);
        assertThat(order().total().minorUnits()).isEqualTo(3094);
        assertThat(order().address().country()).isEqualTo("DE");
        var receipt = browser.get(way + "/receipt");
        assertThat(receipt.page().select(".lines tfoot tr").eachText()).containsExactly("VAT 19% $4.94", "Paid $30.94");
        assertThat(receipt.text()).contains("Germany");
        assertThat(new Mailbox(jdbc, workspace.id())
                        .waitForOneTo("ana@example.com", "eceipt")
                        .text())
                .contains("VAT 19%: $4.94", "$30.94");
    }

    @Test
    void aTaxThatPricesIncludeIsToldAndChangesNoTotal() {
        taxes.included(workspace.id());

        var shown = update("country", "AT");

        assertThat(sums(shown)).containsExactly("Total $19", "of which USt. 20% $3.17");
        payAsShown(shown, "country", "AT");
        assertThat(order().total().minorUnits()).isEqualTo(1900);
        assertThat(order().lines().getFirst().earned().minorUnits()).isEqualTo(1583);
    }

    @Test
    void nobodyIsChargedATaxThatWasNotShown() {
        taxes.onTop(workspace.id());
        var shown = update("country", "US");
        assertThat(sums(shown)).containsExactly("Total $19");

        var other = payAsShown(shown, "country", "DE");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text()).contains("The total is another one now");
        assertThat(sums(other)).containsExactly("VAT 19% $3.61", "Total $22.61");
        assertThat(other.page().select("#name").val()).isEqualTo("Ana Ash");
        assertThat(payAsShown(other, "country", "DE").status()).isEqualTo(303);
    }

    @Test
    void whoNamesNoCountryIsAskedBesideTheField() {
        taxes.onTop(workspace.id());

        for (var none : List.of("", "XX", "de", "<b>")) {
            var answer = payAsShown(update(), "country", none);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("#country-error").text()).contains("choose the country");
        }
    }

    @Test
    void anAddressIsAskedForOnlyWhereTheAuthorNeedsIt() {
        taxes.save(
                workspace.id(),
                new TaxSettings(TaxSettings.Mode.NONE, TaxSettings.RatesOf.AUTHOR, List.of(), true, "DE123456789"));

        var without = payAsShown(update("country", "US"), "country", "US");
        assertThat(without.page().select("#address-error").text()).contains("type your address");
        var paid = payAsShown(without, "country", "US", "address", "1 Main Street\nSpringfield");

        assertThat(paid.status()).isEqualTo(303);
        assertThat(order().address().lines()).isEqualTo("1 Main Street\nSpringfield");
        assertThat(browser.get(way + "/receipt").text())
                .contains("1 Main Street", "Springfield", "United States", "DE123456789");
    }

    @Test
    void aCodeIsTakenOffBeforeTheTax() {
        taxes.onTop(workspace.id());
        coupons.open(workspace.id(), "HALF", 50);

        assertThat(sums(update("country", "DE", "coupon", "HALF")))
                .containsExactly("Code HALF −$9.50", "VAT 19% $1.81", "Total $11.31");
    }

    @Test
    void oneClickChargesTheTaxOfTheCountryThatTheCheckoutHeardAndSaysSo() {
        taxes.onTop(workspace.id());
        payAsShown(update("country", "DE"), "country", "DE");

        var upsell = browser.get(browser.get(way).location());
        assertThat(upsell.text()).contains("One click charges $115.43", "VAT 19% comes on top");
        browser.post(way + "/steps/" + id(Upsell.class) + "/acceptance");

        assertThat(order().total().minorUnits()).isEqualTo(2261 + 11543);
    }

    private Answer update(String... more) {
        return browser.post(checkout(), with(more, "update", "yes", "email", "ana@example.com", "name", "Ana Ash"));
    }

    private Answer payAsShown(Answer page, String... more) {
        return pay(PAYS, with(more, "shown", shown(page)));
    }
}
