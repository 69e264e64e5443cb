package app.backmatter.orders.interleaved;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.stripe.StripeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Who acts in a story: a reader in one window or two, the author, the banks and Stripe's post. */
final class Cast {
    private final List<Window> windows;
    private final Author author;
    private final Post post;
    private final StripeModel stripe;
    private final Random dice;

    Cast(ContactId reader, Shop shop, Till till, StripeModel stripe, Random dice) {
        this.stripe = stripe;
        this.dice = dice;
        var basket = List.of(
                line("Workbook", OfferKind.TRIPWIRE, 1900, dice), line("Audio", OfferKind.ORDER_BUMP, 700, dice));
        var offer = line("Course", OfferKind.UPSELL, 9700, dice);
        windows = IntStream.rangeClosed(0, dice.nextInt(4) / 3)
                .mapToObj(number -> new Window(reader, basket, offer, till.get(Checkout.class), stripe, dice))
                .toList();
        author = new Author(reader, till, dice);
        post = new Post(stripe, till, shop.calls(), dice);
    }

    Step first() {
        return new Step("press", 1, windows.getFirst()::press);
    }

    List<Step> steps() {
        var steps = new ArrayList<>(stepsMeanwhile());
        for (var window : windows) {
            steps.add(new Step("press", window.isElsewhere() ? 1 : 4, window::press));
            steps.add(new Step("press for something else", 1, window::pressOtherwise));
            steps.add(new Step("accept", window.isOffered() ? 5 : 0, window::accept));
        }
        return steps;
    }

    /** What waits for nobody, and so may happen while something else does. */
    List<Step> stepsMeanwhile() {
        var steps = new ArrayList<Step>();
        for (var window : windows) {
            steps.add(new Step("come back", 2, window::comeBack));
            steps.add(new Step("pay", window.isElsewhere() ? 6 : 0, window::pay));
            steps.add(new Step("try a bad card", window.isElsewhere() ? 1 : 0, window::tryBadCard));
        }
        steps.add(new Step("give back", 4, author::giveBack));
        steps.add(new Step("banks give back", 2, this::giveBack));
        boolean isMail = !post.isEmpty();
        steps.add(new Step("Stripe calls", isMail ? 6 : 0, post::deliver));
        steps.add(new Step("a call is lost", isMail ? 2 : 0, post::lose));
        return steps;
    }

    /** Banks make up their minds about refunds. */
    void giveBack() {
        stripe.refunds().forEach(refund -> stripe.arrive(refund, dice.nextInt(3) > 0));
    }

    void deliverAll() {
        post.deliverAll();
    }

    void payLate() {
        windows.forEach(Window::payLate);
    }

    private static LineItem line(String name, OfferKind kind, long cents, Random dice) {
        var line = OrderFixtures.line(name, kind, cents);
        return dice.nextBoolean() ? line : OrderFixtures.reduced(line, dice.nextLong(cents), dice.nextLong(300), 1900);
    }
}
