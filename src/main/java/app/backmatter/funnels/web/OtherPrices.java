package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OrderBump;
import app.backmatter.funnels.domain.Step;
import app.backmatter.funnels.domain.Terms;
import app.backmatter.pages.TypedPrices;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a step's form says of prices in other currencies. Those in currencies that the form does not show stay as they are. */
record OtherPrices(
        List<Currency> currencies, TypedPrices price, TypedPrices normal, TypedPrices least, TypedPrices bump) {

    static OtherPrices of(List<Currency> currencies, Step step) {
        var terms = termsOf(step);
        return new OtherPrices(
                currencies,
                TypedPrices.of("price", currencies, terms.prices()),
                TypedPrices.of("normalPrice", currencies, terms.normal()),
                TypedPrices.of("least", currencies, terms.least()),
                TypedPrices.of("bumpPrice", currencies, bumpOf(step)));
    }

    static OtherPrices read(List<Currency> currencies, HttpServletRequest request) {
        return new OtherPrices(
                currencies,
                TypedPrices.read("price", currencies, PriceText::canBeAsked, request),
                TypedPrices.read("normalPrice", currencies, PriceText::canBeAsked, request),
                TypedPrices.read("least", currencies, PriceText::canBeAsked, request),
                TypedPrices.read("bumpPrice", currencies, PriceText::canBeAsked, request));
    }

    /** Where readers choose what to give, they are told a least in each currency that they can pay in. */
    OtherPrices needingLeast(Predicate<Currency> productHasPrice) {
        var needing = least.needing(
                currency -> price.prices().in(currency).isPresent() || productHasPrice.test(currency),
                "funnels.error.least-in");
        return new OtherPrices(currencies, price, normal, needing, bump);
    }

    public boolean areWrong() {
        return Stream.of(price, normal, least, bump).anyMatch(TypedPrices::areWrong);
    }

    /** @param ownLeast in the author's currency, where readers choose what to give */
    Terms terms(Step step, @Nullable Money ownLeast) {
        var before = termsOf(step);
        return new Terms(
                before.prices().changed(currencies, price.prices()),
                before.normal().changed(currencies, normal.prices()),
                ownLeast == null || !(step instanceof CheckoutOffer) ? Prices.NONE : least(before.least(), ownLeast));
    }

    private Prices least(Prices before, Money own) {
        var others = before.changed(currencies, least.prices())
                .changed(List.of(own.currency()), Prices.NONE)
                .amounts();
        return new Prices(Stream.concat(Stream.of(own), others.stream()).toList());
    }

    Prices bump(Step step) {
        return bumpOf(step).changed(currencies, bump.prices());
    }

    private static Terms termsOf(Step step) {
        return step instanceof Offer offer ? offer.terms() : Terms.NONE;
    }

    private static Prices bumpOf(Step step) {
        return step instanceof CheckoutOffer checkout
                ? Optional.ofNullable(checkout.bump()).map(OrderBump::others).orElse(Prices.NONE)
                : Prices.NONE;
    }
}
