package app.backmatter.orders.interleaved;

import app.backmatter.support.stripe.StripeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Stripe's calls on their way to us: in whatever order, some twice, some never. */
final class Post {
    private final StripeModel stripe;
    private final Till till;
    private final String address;
    private final Random dice;
    private final List<String> bag = new ArrayList<>();

    Post(StripeModel stripe, Till till, String address, Random dice) {
        this.stripe = stripe;
        this.till = till;
        this.address = address;
        this.dice = dice;
    }

    synchronized boolean isEmpty() {
        stripe.news().forEach(event -> bag.add(event.toString()));
        return bag.isEmpty();
    }

    /** One of them arrives, and may arrive once more. */
    void deliver() {
        var one = one(dice.nextInt(3) == 0);
        if (!till.call(address, one)) {
            throw new IllegalStateException("Stripe was not heard");
        }
    }

    void lose() {
        one(false);
    }

    void deliverAll() {
        while (!isEmpty()) {
            till.call(address, one(false));
        }
    }

    private synchronized String one(boolean again) {
        int place = dice.nextInt(bag.size());
        return again ? bag.get(place) : bag.remove(place);
    }
}
