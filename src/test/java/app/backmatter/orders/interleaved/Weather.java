package app.backmatter.orders.interleaved;

import app.backmatter.support.stripe.Asked;
import app.backmatter.support.stripe.StripeModel;
import app.backmatter.support.stripe.Told;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What goes wrong between us and Stripe. */
final class Weather {
    private static final Mishap[] ALL = Mishap.values();

    private final Queue<Mishap> next = new ConcurrentLinkedQueue<>();

    private enum Mishap {
        /** 429, and nothing was done. */
        BUSY,
        /** 409: somebody asks with the same key at this moment. */
        LOCKED,
        /** 500, and nothing was done. */
        BROKEN,
        /** 500, nothing was done, and the key is answered so from now on. */
        BROKEN_FOR_GOOD,
        /** It was done, and is answered with 500 from now on. */
        DONE_AND_BROKEN_FOR_GOOD,
        /** The connection breaks before anything is done. */
        LOST,
        /** It is done, and the connection breaks before the answer, or the answer is too late. */
        DONE_AND_LOST
    }

    /** Some of the next requests go wrong: up to four, which is one more than anybody tries. */
    void turn(Random dice) {
        int many = 1 + dice.nextInt(4);
        boolean same = dice.nextBoolean();
        var first = ALL[dice.nextInt(ALL.length)];
        for (int i = 0; i < many; i++) {
            next.add(same ? first : ALL[dice.nextInt(ALL.length)]);
        }
    }

    void clear() {
        next.clear();
    }

    /** Empty when no answer comes. */
    Optional<Told> answer(Asked asked, StripeModel stripe) {
        var mishap = next.poll();
        if (mishap == null) {
            return Optional.of(stripe.answer(asked));
        }
        return switch (mishap) {
            case BUSY -> Optional.of(refused(429, "rate_limit"));
            case LOCKED -> Optional.of(refused(409, "idempotency_key_in_use"));
            case BROKEN -> Optional.of(refused(500, ""));
            case BROKEN_FOR_GOOD -> Optional.of(broken(asked, stripe, false));
            case DONE_AND_BROKEN_FOR_GOOD -> Optional.of(broken(asked, stripe, true));
            case LOST -> Optional.empty();
            case DONE_AND_LOST -> {
                stripe.answer(asked);
                yield Optional.empty();
            }
        };
    }

    private static Told broken(Asked asked, StripeModel stripe, boolean done) {
        return asked.key().isEmpty() ? refused(500, "") : stripe.breakDown(asked, done);
    }

    private static Told refused(int status, String code) {
        return Told.refused(status, status == 500 ? "api_error" : "invalid_request_error", code, "No.");
    }
}
