package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductType;
import app.backmatter.catalog.ProductView;
import app.backmatter.shared.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each page has something to give or to sell, at a price, and it can be delivered. */
final class OfferGuards {
    private static final Set<ProductType> FILES = EnumSet.of(
            ProductType.EBOOK,
            ProductType.AUDIOBOOK,
            ProductType.WORKBOOK,
            ProductType.BUNDLE,
            ProductType.SPECIAL_EDITION);

    private OfferGuards() {}

    static List<Review.Guard> all() {
        return List.of(
                OfferGuards::giftIsChosen,
                OfferGuards::productIsChosen,
                OfferGuards::priceIsSet,
                OfferGuards::oneCurrency,
                OfferGuards::productsHaveFiles);
    }

    private static Stream<Finding> giftIsChosen(Review review) {
        return review.steps(OptIn.class)
                .filter(step -> review.product(step.gift()) == null)
                .map(step -> Finding.mend(step, "no-gift"));
    }

    private static Stream<Finding> productIsChosen(Review review) {
        return review.steps(Offer.class)
                .filter(step -> review.product(step.product()) == null)
                .map(step -> Finding.mend(step, "no-product"));
    }

    /** Comes with the product, so that an empty page asks for one thing only. */
    private static Stream<Finding> priceIsSet(Review review) {
        return review.steps(Offer.class)
                .filter(step -> review.product(step.product()) != null)
                .filter(step -> prices(step).anyMatch(price -> price == null || price.minorUnits() <= 0))
                .map(step -> Finding.mend(step, "no-price"));
    }

    /** The order sums its lines up. */
    private static Stream<Finding> oneCurrency(Review review) {
        var currencies = review.steps(Offer.class)
                .flatMap(OfferGuards::prices)
                .filter(Objects::nonNull)
                .map(Money::currency)
                .distinct()
                .toList();
        return currencies.size() < 2
                ? Stream.empty()
                : Stream.of(
                        new Finding(Finding.Weight.MUST_BE_MENDED, "two-currencies", List.copyOf(currencies), null));
    }

    private static Stream<Finding> productsHaveFiles(Review review) {
        return review.funnel().steps().stream()
                .flatMap(step -> FunnelContent.products(step)
                        .map(review::product)
                        .filter(Objects::nonNull)
                        .filter(product -> product.files().isEmpty())
                        .map(product -> withoutFile(step, product)));
    }

    private static Finding withoutFile(Step step, ProductView product) {
        if (step instanceof OptIn) {
            return Finding.mend(step, "gift-without-file", product.name());
        }
        return FILES.contains(product.type())
                ? Finding.mend(step, "product-without-file", product.name())
                : Finding.look(step, "delivered-by-hand", product.name());
    }

    private static Stream<@Nullable Money> prices(Offer step) {
        var bump = Steps.bump(step);
        return bump == null ? Stream.of(step.price()) : Stream.of(step.price(), bump.price());
    }
}
