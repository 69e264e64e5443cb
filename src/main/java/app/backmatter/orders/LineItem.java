package app.backmatter.orders;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.util.Objects;
import java.util.UUID;

/**
 * One thing to be sold, as the published revision says: never as the browser says.
 *
 * @param step the funnel step that offered it
 * @param name the product's name at the time of sale
 * @param price what the offer says
 * @param discount what a coupon takes off the price, never more than it
 * @param namedBy who named the price: what a reader named, nobody was asked
 */
public record LineItem(
        ProductId product,
        String name,
        OfferKind kind,
        UUID step,
        Money price,
        Money discount,
        Tax tax,
        NamedBy namedBy) {
    public enum NamedBy {
        PAGE,
        READER
    }

    /** One that was stored before readers could choose is at its page's price. */
    public LineItem {
        namedBy = Objects.requireNonNullElse(namedBy, NamedBy.PAGE);
        if (discount.minorUnits() < 0 || discount.isGreaterThan(price)) {
            throw new IllegalArgumentException("A coupon takes off what the price has, and no more");
        }
    }

    /** At the offer's price. */
    public LineItem(ProductId product, String name, OfferKind kind, UUID step, Money price, Money discount, Tax tax) {
        this(product, name, kind, step, price, discount, tax, NamedBy.PAGE);
    }

    /** At its price, without coupon and tax. */
    public LineItem(ProductId product, String name, OfferKind kind, UUID step, Money price) {
        this(product, name, kind, step, price, Money.zero(price.currency()), Tax.none(price.currency()));
    }

    public LineItem with(Tax other) {
        return new LineItem(product, name, kind, step, price, discount, other, namedBy);
    }

    /** At a price that the reader named. */
    public LineItem asChosen() {
        return new LineItem(product, name, kind, step, price, discount, tax, NamedBy.READER);
    }

    public boolean wasChosen() {
        return namedBy == NamedBy.READER;
    }

    /** What the buyer pays for it, all in all. */
    public Money charged() {
        return price.minus(discount).plus(tax.onTop());
    }

    /** What of that is the author's own, the tax not being: reports count this. */
    public Money earned() {
        return charged().minus(tax.amount());
    }
}
