package app.backmatter.support;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.Card;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Tax;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Requests to pay, and orders that were paid with them on the sandbox. */
public class OrderFixtures {
    public static final String PAYS = "4242424242424242";

    private final Checkout checkout;
    private final Audience audience;

    OrderFixtures(Checkout checkout, Audience audience) {
        this.checkout = checkout;
        this.audience = audience;
    }

    /** A paid order of a new reader in the workspace. */
    public OrderId paidOrder(WorkspaceId workspace, LineItem... lines) {
        return order(workspace, PAYS, lines);
    }

    /** An order that a new reader tried to pay with this card. */
    public OrderId order(WorkspaceId workspace, String card, LineItem... lines) {
        return WorkspaceScope.call(
                workspace, () -> checkout.pay(request(buyer(), card, lines)).order());
    }

    /** A new contact of the workspace in scope. */
    public ContactId buyer() {
        return audience.buyer(
                new EmailAddress("reader-" + Ids.next() + "@example.org"),
                "Mary",
                Source.DIRECT,
                Instant.now(),
                Instant.now());
    }

    /** A request with the paying card, of nobody in particular. */
    public static CheckoutRequest checkout(LineItem... lines) {
        return request(ContactId.next(), PAYS, lines);
    }

    public static CheckoutRequest request(ContactId contact, String cardNumber, LineItem... lines) {
        return request(contact, "Mary Shelley", cardNumber, lines);
    }

    public static CheckoutRequest request(ContactId contact, String name, String cardNumber, LineItem... lines) {
        return new CheckoutRequest(
                UUID.randomUUID(),
                Ids.next(),
                Ids.next(),
                contact,
                new EmailAddress("reader-" + contact + "@example.org"),
                name,
                BuyerAddress.UNKNOWN,
                List.of(lines),
                null,
                card(cardNumber),
                Source.DIRECT,
                "/r/passage/checkout");
    }

    /** The same, reduced by a code. */
    public static CheckoutRequest with(CheckoutRequest request, CouponId coupon) {
        return new CheckoutRequest(
                request.attempt(),
                request.funnel(),
                request.passage(),
                request.contact(),
                request.email(),
                request.name(),
                request.address(),
                request.lines(),
                coupon,
                request.card(),
                request.source(),
                request.returnPath());
    }

    public static Card card(String number) {
        return new Card(number, YearMonth.of(2099, 12), "123");
    }

    public static LineItem line(String name, OfferKind kind, long cents) {
        return lineOf(ProductId.next(), name, kind, cents);
    }

    /** The line with a coupon's discount and a tax on top of what is left. */
    public static LineItem reduced(LineItem line, long discount, long tax, int basisPoints) {
        return new LineItem(
                line.product(),
                line.name(),
                line.kind(),
                line.step(),
                line.price(),
                Money.of(discount, "USD"),
                new Tax(Money.of(tax, "USD"), false, basisPoints, "VAT"));
    }

    public static LineItem lineOf(ProductId product, String name, OfferKind kind, long cents) {
        return new LineItem(product, name, kind, Ids.next(), Money.of(cents, "USD"));
    }
}
