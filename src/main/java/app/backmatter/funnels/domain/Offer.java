package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.OfferKind;
import app.backmatter.shared.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that sells. An absent branch leads to the receipt, or out of the funnel for who bought nothing. */
public sealed interface Offer extends Step permits CheckoutOffer, Upsell, DownSell, CrossSell {
    /** What is sold; absent in a draft that has none yet. */
    @Nullable
    ProductId product();

    @Nullable
    Money price();

    /** Shown struck through beside the price; must really have been charged. */
    @Nullable
    Money normalPrice();

    /** For readers who pay in another currency. */
    Terms terms();

    OfferKind as();

    /** A code takes nothing off what a reader chose to give. */
    default boolean takesCodes() {
        return least().isEmpty();
    }

    /** Where the reader chooses what to give, the least of it, the price being what is suggested. */
    default Optional<Money> least() {
        return Optional.ofNullable(price()).flatMap(price -> terms().least().in(price.currency()));
    }
}
