package app.backmatter.orders.interleaved;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Source;
import app.backmatter.support.stripe.StripeModel;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;

/** A reader's way in one window: what can be clicked there, and on the pages that it leads to. */
final class Window {
    private static final String BACK = "/r/way/payment";

    private final UUID attempt = UUID.randomUUID();
    private final UUID offerAttempt = UUID.randomUUID();
    private final UUID funnel = Ids.next();
    private final UUID passage = Ids.next();
    private final ContactId contact;
    private final List<LineItem> basket;
    private final LineItem offer;
    private final Checkout checkout;
    private final StripeModel stripe;
    private final Random dice;

    /** The pages of Stripe's and of the bank's that it ever led to: any may still be open somewhere. */
    private final Set<String> pages = new CopyOnWriteArraySet<>();

    private volatile OrderId paid;

    Window(
            ContactId contact,
            List<LineItem> basket,
            LineItem offer,
            Checkout checkout,
            StripeModel stripe,
            Random dice) {
        this.contact = contact;
        this.basket = basket;
        this.offer = offer;
        this.checkout = checkout;
        this.stripe = stripe;
        this.dice = dice;
    }

    void press() {
        see(checkout.pay(request(basket)));
    }

    /** Goes back and ticks something else. */
    void pressOtherwise() {
        see(checkout.pay(request(basket.subList(0, 1))));
    }

    void comeBack() {
        checkout.outcome(attempt).ifPresent(this::see);
        checkout.outcome(offerAttempt).ifPresent(this::see);
    }

    boolean isOffered() {
        return paid != null;
    }

    void accept() {
        see(checkout.accept(new OfferRequest(offerAttempt, paid, offer, BACK)));
    }

    boolean isElsewhere() {
        return !pages.isEmpty();
    }

    /** Does what is to be done on one of the pages. */
    void pay() {
        pay(pages.stream().toList().get(dice.nextInt(pages.size())), dice.nextInt(4) > 0);
    }

    /** Does it on all of them, were they forgotten in whatever window. */
    void payLate() {
        pages.forEach(page -> pay(page, true));
    }

    void tryBadCard() {
        pages.stream().filter(page -> page.contains("/pay/")).forEach(stripe::declineAt);
    }

    private void pay(String page, boolean approved) {
        if (page.contains("/bank/")) {
            stripe.atTheBank(page, approved);
        } else {
            stripe.payAt(page);
        }
    }

    private void see(PaymentOutcome outcome) {
        switch (outcome) {
            case PaymentOutcome.AuthenticationRequired needed -> pages.add(needed.url());
            case PaymentOutcome.Paid done -> paid = done.order();
            default -> {}
        }
    }

    private CheckoutRequest request(List<LineItem> lines) {
        return new CheckoutRequest(
                attempt,
                funnel,
                passage,
                contact,
                new EmailAddress("reader-" + contact + "@example.org"),
                "Mary Shelley",
                BuyerAddress.UNKNOWN,
                lines,
                null,
                null,
                Source.DIRECT,
                BACK);
    }
}
