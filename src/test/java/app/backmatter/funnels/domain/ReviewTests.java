package app.backmatter.funnels.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.books.BookId;
import app.backmatter.books.BookView;
import app.backmatter.catalog.FileGroup;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.catalog.ProductView;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewTests {
    private FunnelContent funnel = FunnelContents.freeGift();
    private final Map<ProductId, ProductView> products = new HashMap<>();
    private @Nullable BookView book;
    private boolean postalAddress = true;
    private @Nullable Money charged;
    private @Nullable Money lowest;
    private @Nullable Currency uncounted;

    ReviewTests() {
        List.of(
                        FunnelContents.GIFT,
                        FunnelContents.WORKBOOK,
                        FunnelContents.COURSE,
                        FunnelContents.LESSONS,
                        FunnelContents.CHECKLIST)
                .forEach(id -> products.put(id, product(id, ProductType.WORKBOOK, true)));
    }

    @Test
    void findsNothingInAFunnelThatIsWellMade() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void missesTheGiftAndItsFile() {
        change(OptIn.class, step -> new OptIn(step.id(), step.page(), null, true, step.consent(), step.onYes()));
        assertThat(findings()).containsExactly("must no-gift");

        funnel = FunnelContents.freeGift();
        products.put(FunnelContents.GIFT, product(FunnelContents.GIFT, ProductType.EBOOK, false));
        assertThat(findings()).containsExactly("must gift-without-file");
    }

    @Test
    void missesTheProductOfAnOfferAndThenItsPrice() {
        change(Upsell.class, step -> new Upsell(step.id(), step.page(), null, null, null, null, step.onNo()));
        assertThat(findings()).containsExactly("must no-product");

        change(
                Upsell.class,
                step -> new Upsell(step.id(), step.page(), FunnelContents.COURSE, null, null, null, step.onNo()));
        assertThat(findings()).containsExactly("must no-price");
    }

    @Test
    void refusesAnOfferThatCostsNothing() {
        price(Upsell.class, Money.of(0, "USD"), null);

        assertThat(findings()).contains("must no-price");
    }

    @Test
    void refusesAPriceThatNoCardIsChargedFor() {
        price(Upsell.class, Money.of(49, "USD"), null);
        assertThat(findings()).contains("must below-least");

        price(Upsell.class, Money.of(50, "USD"), null);
        assertThat(findings()).doesNotContain("must below-least");
    }

    @Test
    void missesTheFileOfWhatIsDownloadedButOnlyAsksAboutTheRest() {
        products.put(FunnelContents.COURSE, product(FunnelContents.COURSE, ProductType.EBOOK, false));
        assertThat(findings()).containsExactly("must product-without-file");

        products.put(FunnelContents.COURSE, product(FunnelContents.COURSE, ProductType.COACHING, false));
        assertThat(findings()).containsExactly("look delivered-by-hand");
    }

    @Test
    void missesTheFileOfTheBump() {
        products.put(FunnelContents.CHECKLIST, product(FunnelContents.CHECKLIST, ProductType.EBOOK, false));

        assertThat(findings()).containsExactly("must product-without-file");
    }

    @Test
    void refusesTwoCurrencies() {
        price(Upsell.class, Money.of(9700, "EUR"), null);

        assertThat(findings()).containsExactly("must two-currencies");
    }

    @Test
    void refusesAStruckThroughPriceThatNobodyPaid() {
        price(Upsell.class, Money.of(9700, "USD"), Money.of(12_900, "USD"));
        assertThat(findings()).containsExactly("must never-charged");

        charged = Money.of(12_900, "USD");
        assertThat(findings()).isEmpty();
    }

    @Test
    void tellsOfAStruckThroughPriceThatIsNotTheLowestOfTheLastDays() {
        charged = Money.of(12_900, "USD");
        price(Upsell.class, Money.of(9700, "USD"), charged);

        lowest = Money.of(12_899, "USD");
        assertThat(findings()).containsExactly("look not-the-lowest");
        lowest = charged;
        assertThat(findings()).isEmpty();
        lowest = Money.of(4900, "EUR");
        assertThat(findings()).as("another currency").isEmpty();
    }

    @Test
    void refusesAStruckThroughPriceThatIsNotHigher() {
        charged = Money.of(9700, "USD");
        price(Upsell.class, Money.of(9700, "USD"), charged);

        assertThat(findings()).containsExactly("must normal-price-not-higher");
    }

    @Test
    void asksAboutATripwireAboveThirtyDollars() {
        price(Tripwire.class, Money.of(3000, "USD"), null);
        assertThat(findings()).isEmpty();

        price(Tripwire.class, Money.of(3001, "USD"), null);
        assertThat(findings()).containsExactly("look tripwire-above-limit");
    }

    @Test
    void asksAboutAFirstOfferFarAboveTheBook() {
        book = new BookView(BookId.next(), "Book", "", "Ann", "", null, null, Money.of(600, "USD"));
        price(Tripwire.class, Money.of(1800, "USD"), null);
        assertThat(findings()).isEmpty();

        price(Tripwire.class, Money.of(1801, "USD"), null);
        assertThat(findings()).containsExactly("look far-above-book");
    }

    @Test
    void asksAboutARePitchAtTheSamePrice() {
        price(Tripwire.class, Money.of(1400, "USD"), null);

        assertThat(findings()).containsExactly("look re-pitch-same-price");
    }

    @Test
    void asksAboutADownSellThatIsNotCheaper() {
        price(DownSell.class, Money.of(9700, "USD"), null);

        assertThat(findings()).containsExactly("look down-sell-not-cheaper");
    }

    @Test
    void asksForThePostalAddress() {
        postalAddress = false;

        assertThat(findings()).containsExactly("look no-postal-address");
    }

    @Test
    void refusesABranchThatLeadsNowhere() {
        branches(DownSell.class, UUID.randomUUID(), null);

        assertThat(findings()).containsExactly("must leads-nowhere");
    }

    @Test
    void refusesAWayThatLeadsBack() {
        branches(DownSell.class, null, only(Upsell.class).id());

        assertThat(findings()).contains("must loops");
    }

    @Test
    void asksAboutAPageThatNobodyReaches() {
        branches(Upsell.class, null, null);

        assertThat(findings()).containsExactly("look never-reached");
    }

    @Test
    void tellsWhatWhoPaysInAnotherCurrencyIsNotOffered() {
        terms(Tripwire.class, euros(1700));
        assertThat(findings()).containsExactly("look bump-not-in", "look offer-not-in", "look offer-not-in");

        terms(Upsell.class, euros(8900));
        terms(DownSell.class, euros(3300));
        assertThat(findings()).containsExactly("look bump-not-in");
    }

    @Test
    void aPriceOfTheProductCountsWhereTheProductsOwnPriceIsAsked() {
        var priced = products.get(FunnelContents.WORKBOOK);
        products.put(
                FunnelContents.WORKBOOK,
                new ProductView(
                        priced.id(),
                        priced.name(),
                        priced.type(),
                        "",
                        null,
                        Money.of(1900, "USD"),
                        null,
                        priced.groups(),
                        Prices.of(Money.of(1700, "EUR"))));
        assertThat(findings()).contains("look offer-not-in");

        price(Tripwire.class, Money.of(1500, "USD"), null);
        assertThat(findings()).as("at a price of its own").doesNotContain("look offer-not-in");
    }

    @Test
    void looksAtEachCurrencyByItself() {
        terms(Upsell.class, new Terms(Prices.of(Money.of(30, "EUR")), Prices.NONE));
        assertThat(findings()).contains("must below-least");

        var normal = Money.of(9900, "EUR");
        terms(Upsell.class, new Terms(Prices.of(Money.of(8900, "EUR")), Prices.of(normal)));
        assertThat(findings()).containsExactly("must never-charged");
        charged = normal;
        assertThat(findings()).isEmpty();
        lowest = Money.of(9500, "EUR");
        assertThat(findings()).containsExactly("look not-the-lowest");
        lowest = Money.of(9500, "USD");
        assertThat(findings()).as("sold in another currency").isEmpty();
        terms(Upsell.class, new Terms(Prices.NONE, Prices.of(normal)));
        assertThat(findings()).as("beside no price").containsExactly("must normal-price-not-higher");
    }

    @Test
    void suggestsNoLessThanReadersMustGive() {
        terms(Tripwire.class, leastOf(Money.of(1900, "USD")));
        assertThat(findings()).isEmpty();
        terms(Tripwire.class, leastOf(Money.of(1901, "USD")));
        assertThat(findings()).containsExactly("must least-above-price");
        terms(Tripwire.class, leastOf(Money.of(49, "USD")));
        assertThat(findings()).containsExactly("must below-least");
    }

    @Test
    void tellsWhereReadersWhoChooseCanNotPayForThereIsNoLeast() {
        terms(
                Tripwire.class,
                new Terms(Prices.of(Money.of(1700, "EUR")), Prices.NONE, Prices.of(Money.of(500, "USD"))));
        assertThat(findings()).containsExactly("look no-least-in");
    }

    @Test
    void tellsWhichSalesCanNotBeAddedUp() {
        uncounted = Currency.getInstance("USD");

        assertThat(findings()).containsExactly("look not-counted");
    }

    private static Terms leastOf(Money least) {
        return new Terms(Prices.NONE, Prices.NONE, Prices.of(least));
    }

    @Test
    void refusesOneClickBeforeAnyPayment() {
        branches(Tripwire.class, null, only(Upsell.class).id());

        assertThat(findings()).contains("must one-click-before-payment");
    }

    @Test
    void refusesASecondCheckout() {
        branches(Upsell.class, only(RePitch.class).id(), only(DownSell.class).id());

        assertThat(findings()).contains("must second-checkout");
    }

    @Test
    void namesWhatMustBeMendedFirst() {
        postalAddress = false;
        price(Upsell.class, null, null);

        assertThat(findings()).containsExactly("must no-price", "look no-postal-address");
    }

    private List<String> findings() {
        return new Review(
                        funnel,
                        products,
                        book,
                        postalAddress,
                        currency -> !currency.equals(uncounted),
                        (product, price) -> price.equals(charged),
                        step -> lowest == null ? Prices.NONE : Prices.of(lowest))
                .findings().stream()
                        .map(finding -> (finding.blocks() ? "must " : "look ") + finding.key())
                        .toList();
    }

    private <S extends Step> S only(Class<S> kind) {
        return funnel.steps().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private <S extends Step> void change(Class<S> kind, UnaryOperator<S> change) {
        funnel = funnel.with(change.apply(only(kind)));
    }

    private <S extends Offer> void price(Class<S> kind, @Nullable Money price, @Nullable Money normal) {
        var step = only(kind);
        funnel = funnel.with(Steps.of(
                step,
                step.page(),
                step.product(),
                price,
                normal,
                Steps.bump(step),
                step.onYes(),
                step.onNo(),
                step.terms()));
    }

    private <S extends Offer> void terms(Class<S> kind, Terms terms) {
        var step = only(kind);
        funnel = funnel.with(Steps.of(
                step,
                step.page(),
                step.product(),
                step.price(),
                step.normalPrice(),
                Steps.bump(step),
                step.onYes(),
                step.onNo(),
                terms));
    }

    private static Terms euros(long cents) {
        return new Terms(Prices.of(Money.of(cents, "EUR")), Prices.NONE);
    }

    private <S extends Offer> void branches(Class<S> kind, @Nullable UUID yes, @Nullable UUID no) {
        funnel = funnel.with(Steps.leading(only(kind), yes, no));
    }

    private static ProductView product(ProductId id, ProductType type, boolean withFile) {
        var files = new FileGroup("", List.of(new StoredFile(FileId.next(), "file.pdf", "application/pdf", 1)));
        var groups = withFile ? List.of(files) : List.<FileGroup>of();
        return new ProductView(id, "Product", type, "", null, Money.of(1900, "USD"), null, groups, Prices.NONE);
    }
}
