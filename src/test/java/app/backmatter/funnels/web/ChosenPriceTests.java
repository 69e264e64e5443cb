package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.orders.Charge;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.CurrencyFixtures;
import app.backmatter.support.TaxFixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An offer whose price is the reader's to choose, from $5 on and $19 suggested, without JavaScript. */
@BackmatterTest
class ChosenPriceTests extends CheckoutScene {
    @Autowired
    CurrencyFixtures currencies;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    TaxFixtures taxes;

    @BeforeEach
    void openWith() {
        enter("chosen", ReaderFunnels.chosen(Prices.of(Money.of(500, "USD")), ReaderFunnels.freeGift()));
    }

    @Test
    void thePageSaysWhatTheLeastIsAndTheCheckoutSuggestsMore() {
        assertThat(browser.get(way).page().select(".price").text()).isEqualTo("You choose, from $5");

        var checkout = browser.get(checkout());

        assertThat(checkout.page().select("#amount").val()).isEqualTo("19");
        assertThat(checkout.page().select("label[for=amount]").text()).isEqualTo("What you give, in USD");
        assertThat(sums(checkout)).containsExactly("Total $19");
    }

    @Test
    void whatIsGivenIsInTheTotalBeforePayingAndOnTheReceiptAfter() {
        var shown = update("7,50", "bump", "yes");
        assertThat(sums(shown)).containsExactly("Total $14.50");
        assertThat(shown.page().select("#amount").val()).isEqualTo("7,50");

        assertThat(payAsShown(shown, PAYS, "7,50", "bump", "yes").location()).isEqualTo(way);

        assertThat(order().total()).isEqualTo(Money.of(1450, "USD"));
        assertThat(browser.get(way + "/receipt").text()).contains("$7.50", "$14.50");
        assertThat(ordersPage().select("th:contains(Chose the price)").eachText())
                .as("the bump costs what it says")
                .containsExactly("Companion workbook Tripwire Chose the price");
        assertThat(browser.get(browser.get(way).location()).text())
                .as("one-click offers cost what they say")
                .contains("One click charges $97");
    }

    @Test
    void nobodyGivesLessThanTheLeast() {
        for (var little : List.of("4.99", "0", "0.01")) {
            var refused = payAsShown(update(little), PAYS, little);
            assertThat(refused.status()).as(little).isEqualTo(422);
            assertThat(refused.page().select("#amount-error").text()).isNotEmpty();
            assertThat(refused.page().select("#amount").val()).isEqualTo(little);
            assertThat(sums(refused)).as("what it would at least be").containsExactly("Total $5");
        }
        assertThat(payAsShown(update("4.99"), PAYS, "4.99")
                        .page()
                        .select("#amount-error")
                        .text())
                .isEqualTo("It has to be $5 or more.");
        assertThat(payAsShown(update("5"), PAYS, "5").location()).isEqualTo(way);
        assertThat(order().total()).isEqualTo(Money.of(500, "USD"));
    }

    @Test
    void whatIsNoAmountIsSaidBesideTheField() {
        for (var odd : List.of("", "much", "-7", "7.999", "1e3", "1000001", "${7*7}", "<b>7</b>", "7 EUR")) {
            var refused = payAsShown(update(odd), PAYS, odd);
            assertThat(refused.status()).as(odd).isEqualTo(422);
            assertThat(refused.page().select("#amount-error").text()).as(odd).startsWith("Type what you want to give");
            assertThat(refused.page().select("b")).isEmpty();
        }
    }

    @Test
    void nobodyIsChargedAnAmountThatWasNotShown() {
        var shown = update("7");

        var other = payAsShown(shown, PAYS, "70");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text()).contains("The total is another one now");
        assertThat(sums(other)).containsExactly("Total $70");
    }

    @Test
    void whatWasTypedStandsThereAgainAfterADecline() {
        assertThat(payAsShown(update("7"), DECLINED, "7").location()).contains("declined=");

        var again = browser.get(checkout());

        assertThat(again.page().select("#amount").val()).isEqualTo("7");
        assertThat(sums(again)).containsExactly("Total $7");
        assertThat(payAsShown(update("8"), PAYS, "8").location()).isEqualTo(way);
        assertThat(order().total()).isEqualTo(Money.of(800, "USD"));
    }

    @Test
    void codesTakeNothingOffIt() {
        coupons.open(workspace.id(), "HALF", 50);

        var shown = update("7", "coupon", "HALF");

        assertThat(shown.page().select("#coupon")).isEmpty();
        assertThat(sums(shown)).containsExactly("Total $7");
        payAsShown(shown, PAYS, "7", "coupon", "HALF");
        assertThat(order().total()).isEqualTo(Money.of(700, "USD"));
    }

    @Test
    void aTaxComesOnTopOfWhatIsGiven() {
        taxes.onTop(workspace.id());

        assertThat(sums(update("7", "country", "DE"))).containsExactly("VAT 19% $1.33", "Total $8.33");
    }

    @Test
    void anotherCurrencyHasItsOwnLeast() {
        currencies.set(workspace.id(), Map.of("EUR", "1.08"));
        assertThat(browser.get(checkout()).page().select("#currency"))
                .as("without a least in it")
                .isEmpty();
        enter(
                "chosen-in-euros",
                ReaderFunnels.chosen(
                        Prices.of(Money.of(500, "USD"), Money.of(400, "EUR")),
                        ReaderFunnels.inEuros(ReaderFunnels.freeGift())));

        var euros = update("7", "currency", "EUR");

        assertThat(euros.page().select("#amount").val())
                .as("what was typed was in dollars")
                .isEqualTo("17");
        assertThat(sums(euros)).containsExactly("Total €17");
        assertThat(euros.page().select("#amount-hint").text()).contains("€4");
        var paid = browser.post(
                checkout(),
                with(card(EMAIL, PAYS), "currency", "EUR", "amountIn", "EUR", "amount", "4", "shown", "EUR 400 1000"));
        assertThat(paid.location()).isEqualTo(way);
        assertThat(order().total()).isEqualTo(Money.of(400, "EUR"));
    }

    @Test
    void whatAReaderNamedIsNoPriceThatWasAsked() {
        payAsShown(update("70"), PAYS, "70");
        var sold = order().lines().getFirst();

        assertThat(sold.wasChosen()).isTrue();
        var charge = new Charge(sold.product(), Money.of(7000, "USD"));
        assertThat(WorkspaceScope.call(workspace.id(), () -> orders.wereCharged(Set.of(charge))))
                .isEmpty();
    }

    @Test
    void anAmountChangesNoFixedPrice() {
        enter("plain", ReaderFunnels.freeGift());

        assertThat(sums(update("1"))).containsExactly("Total $19");
        assertThat(browser.get(checkout()).page().select("#amount")).isEmpty();
    }

    private Document ordersPage() {
        return Jsoup.parse(Browser.on(port)
                .withCookie(workspace.owner().cookie())
                .get(workspace.path("/orders/" + order().id()))
                .body());
    }

    private Answer update(String amount, String... more) {
        return browser.post(
                checkout(),
                with(more, "update", "yes", "amount", amount, "amountIn", "USD", "email", "ana@example.com"));
    }

    private Answer payAsShown(Answer page, String card, String amount, String... more) {
        var shown = shown(page);
        return browser.post(
                checkout(), with(with(more, "shown", shown, "amount", amount, "amountIn", "USD"), card(EMAIL, card)));
    }
}
