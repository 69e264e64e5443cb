package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.funnels.domain.DownSell;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.funnels.domain.Upsell;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.CurrencyFixtures;
import app.backmatter.support.TaxFixtures;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Paying in another currency than the author's, without JavaScript. */
@BackmatterTest
class CurrencyCheckoutTests extends CheckoutScene {
    @Autowired
    CurrencyFixtures currencies;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    TaxFixtures taxes;

    @BeforeEach
    void openWith() {
        currencies.set(workspace.id(), Map.of("EUR", "1.0837", "JPY", "0.0065"));
        enter("euros", ReaderFunnels.inEuros(ReaderFunnels.freeGift()));
    }

    @Test
    void nothingIsAskedWhereThereIsOneCurrency() {
        enter("plain", ReaderFunnels.freeGift());

        assertThat(browser.get(way).page().select("#currency")).isEmpty();
        assertThat(browser.get(checkout()).page().select("#currency")).isEmpty();
    }

    @Test
    void onlyCurrenciesWithARateAreOffered() {
        assertThat(choices(browser.get(way))).containsExactly("US Dollar (USD)", "Euro (EUR)");

        currencies.set(workspace.id(), Map.of("JPY", "0.0065"));

        assertThat(browser.get(way).page().select("#currency")).isEmpty();
        assertThat(pay(PAYS, "currency", "EUR", "shown", "EUR 1700 2300").status())
                .isEqualTo(422);
        assertThat(pay(PAYS).location()).isEqualTo(way);
        assertThat(order().total().currency().getCurrencyCode()).isEqualTo("USD");
    }

    @Test
    void theChoiceOnTheOfferIsKeptForTheCheckout() {
        var chosen = browser.post(way + "/steps/" + id(Tripwire.class) + "/currency", "currency", "EUR");

        assertThat(chosen.location()).isEqualTo(way);
        assertThat(browser.get(way).page().select(".price").text()).contains("€17");
        var shown = browser.get(checkout());
        assertThat(sums(shown)).containsExactly("Total €17");
        assertThat(shown.page().select("label[for=bump]").text()).contains("€6");
        assertThat(shown.page().select("#currency option[selected]").val()).isEqualTo("EUR");
    }

    @Test
    void anOrderIsInOneCurrencyFromTheBumpToTheReceipt() {
        var shown = update("currency", "EUR", "bump", "yes");
        assertThat(sums(shown)).containsExactly("Total €23");

        assertThat(payAsShown(shown, "currency", "EUR", "bump", "yes").location())
                .isEqualTo(way);
        var upsell = browser.get(browser.get(way).location());
        assertThat(upsell.text()).contains("One click charges €89");
        browser.post(way + "/steps/" + id(Upsell.class) + "/acceptance");

        assertThat(order().total().format(Locale.US)).isEqualTo("€112");
        assertThat(order().rate().rate()).isEqualByComparingTo("1.0837");
        assertThat(browser.get(way + "/receipt").text()).contains("€112").doesNotContain("$");
    }

    @Test
    void whatHasNoPriceInTheOrdersCurrencyIsPassedOverAsAfterANo() {
        payAsShown(update("currency", "EUR"), "currency", "EUR");
        var upsell = id(Upsell.class);

        browser.post(way + "/steps/" + upsell + "/refusal");

        assertThat(browser.get(way).location())
                .as("past down-sell and cross-sell")
                .isEqualTo(way + "/receipt");
        var forced = browser.post(way + "/steps/" + id(DownSell.class) + "/acceptance");
        assertThat(forced.status()).isLessThan(500);
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void aRateThatChangesLaterLeavesTheOrderAsItIs() {
        payAsShown(update("currency", "EUR"), "currency", "EUR");
        currencies.set(workspace.id(), Map.of());

        assertThat(browser.get(browser.get(way).location()).text()).contains("One click charges €89");
        browser.post(way + "/steps/" + id(Upsell.class) + "/acceptance");

        assertThat(order().lines()).hasSize(2);
        assertThat(order().rate().rate()).isEqualByComparingTo("1.0837");
    }

    @Test
    void nobodyPaysInACurrencyThatWasNotShown() {
        var dollars = browser.get(checkout());

        var euros = payAsShown(dollars, "currency", "EUR");

        assertThat(euros.status()).isEqualTo(422);
        assertThat(euros.text()).contains("The total is another one now");
        assertThat(sums(euros)).containsExactly("Total €17");
    }

    @Test
    void whoWasDeclinedMayPayInAnotherCurrency() {
        var declined = payWith(DECLINED, update("currency", "EUR"), "currency", "EUR");
        assertThat(declined.location()).contains("declined=");
        assertThat(sums(browser.get(checkout()))).as("still chosen").containsExactly("Total €17");

        assertThat(payAsShown(update("currency", "USD"), "currency", "USD").location())
                .isEqualTo(way);

        assertThat(order().total().format(Locale.US)).isEqualTo("$19");
        assertThat(order().rate().rate()).isEqualByComparingTo("1");
    }

    @Test
    void yenHaveNoDecimals() {
        var revised = ReaderFunnels.in("JPY", 2900, ReaderFunnels.freeGift());
        enter("revised", revised);
        taxes.included(workspace.id());

        var shown = update("currency", "JPY", "country", "DE");

        assertThat(sums(shown)).containsExactly("Total ¥2,900", "of which VAT 19% ¥463");
        payAsShown(shown, "currency", "JPY", "country", "DE");
        assertThat(order().total().minorUnits()).isEqualTo(2900);
    }

    @Test
    void aPercentageWorksInEveryCurrencyAndAnAmountInItsOwn() {
        coupons.open(workspace.id(), "HALF", 50);
        coupons.make(workspace.id(), CouponFixtures.terms("FIVE", CouponFixtures.amount(500), null, null));

        assertThat(sums(update("currency", "EUR", "coupon", "HALF"))).contains("Total €8.50");
        var refused = update("currency", "EUR", "coupon", "FIVE");
        assertThat(refused.page().select("#coupon-error").text()).contains("another currency");
        assertThat(sums(refused)).contains("Total €17");
        assertThat(sums(update("currency", "USD", "coupon", "FIVE"))).contains("Total $14");
    }

    @Test
    void whatIsNoCurrencyOfThisOfferChangesNothing() {
        for (var odd : List.of("GBP", "JPY", "eur", "", "XXX", "${7*7}", "<b>")) {
            assertThat(sums(update("currency", odd))).as(odd).containsExactly("Total $19");
            assertThat(browser.post(way + "/steps/" + id(Tripwire.class) + "/currency", "currency", odd)
                            .status())
                    .isEqualTo(303);
        }
        assertThat(update("currency", "EUR\u0000").status()).isLessThan(500);
        assertThat(browser.post(way + "/steps/" + id(Upsell.class) + "/currency", "currency", "EUR")
                        .status())
                .as("of a one-click offer")
                .isEqualTo(404);
    }

    @Test
    void salesInTheFormerCurrencyAreToldApartUntilItHasARate() {
        countIn("EUR");
        enter("later", ReaderFunnels.inEuros(ReaderFunnels.freeGift()));
        assertThat(payAsShown(update()).location()).isEqualTo(way);
        assertThat(order().rate()).isEqualTo(ExchangeRate.same(Currency.getInstance("USD")));
        await().untilAsserted(() -> assertThat(report())
                .contains("Sales that are in no sum of money: 1.", "Revenue €0")
                .doesNotContain("What readers paid in"));

        currencies.set(workspace.id(), Map.of("USD", "0.9"));
        way = browser.post("/p/" + workspace.slug() + "/" + slug, "email", "ben@example.com")
                .location();
        assertThat(payAsShown(update(), "email", "ben@example.com").location()).isEqualTo(way);

        await().untilAsserted(() ->
                assertThat(report()).contains("Sales that are in no sum of money: 1.", "USD 1 $19 €17.10"));
    }

    private void countIn(String currency) {
        author().post(
                        workspace.path("/settings"),
                        Map.of(
                                "name", "Quill & Sons",
                                "senderName", "Ada",
                                "senderAddress", "ada@example.org",
                                "postalAddress", "1 Quay",
                                "currency", currency,
                                "timeZone", "Europe/Berlin",
                                "locale", "en-US"));
    }

    private String report() {
        var path = workspace.path("/reports/funnels/" + revision.funnel() + "?days=all");
        return Jsoup.parse(author().get(path).body()).text();
    }

    private Browser author() {
        return Browser.on(port).withCookie(workspace.owner().cookie());
    }

    private Answer update(String... more) {
        return browser.post(checkout(), with(more, "update", "yes", "email", "ana@example.com", "name", "Ana Ash"));
    }

    private Answer payAsShown(Answer page, String... more) {
        return payWith(PAYS, page, more);
    }

    private Answer payWith(String card, Answer page, String... more) {
        return browser.post(checkout(), with(with(more, "shown", shown(page)), card(EMAIL, card)));
    }

    private static List<String> choices(Answer answer) {
        return answer.page().select("#currency option").eachText();
    }
}
