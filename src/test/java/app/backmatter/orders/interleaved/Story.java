package app.backmatter.orders.interleaved;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.domain.RefundRefused;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.stripe.Asked;
import app.backmatter.support.stripe.CardBehaviour;
import app.backmatter.support.stripe.StripeModel;
import app.backmatter.support.stripe.Told;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one reader, one author, Stripe and the process do in some order. All of it follows from a seed. */
final class Story {
    private static final CardBehaviour[] CARDS = CardBehaviour.values();

    private final Shop shop;
    private final Random dice;
    private final Random chance;
    private final StripeModel stripe;
    private final Weather weather = new Weather();
    private final ContactId reader;
    private final Cast cast;
    private final AtomicBoolean isMeanwhile = new AtomicBoolean();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();

    Story(Shop shop, Till till, StripeModel stripe, OrderFixtures orders, long seed) {
        this.shop = shop;
        this.stripe = stripe;
        dice = new Random(seed);
        chance = new Random(~seed);
        reader = WorkspaceScope.call(shop.workspace().id(), orders::buyer);
        cast = new Cast(reader, shop, till, stripe, dice);
    }

    /** What Stripe answers, if an answer comes. Other things happen while it is asked, and the process may end meanwhile. */
    Optional<Told> answer(Asked asked) {
        try {
            shop.life().pass();
            meanwhile();
            var answer = weather.answer(asked, stripe);
            told.add("    Stripe: %s %s %s"
                    .formatted(
                            asked.method(),
                            asked.path(),
                            answer.map(it -> String.valueOf(it.status())).orElse("breaks off")));
            meanwhile();
            shop.life().pass();
            return answer;
        } catch (Life.Killed e) {
            return Optional.empty();
        }
    }

    void begin() {
        live(cast.first());
    }

    void step() {
        stripe.keptCard(CARDS[dice.nextInt(CARDS.length)]);
        stripe.slowRefunds(dice.nextInt(3) == 0);
        if (dice.nextInt(4) == 0) {
            weather.turn(dice);
        }
        live(Step.any(cast.steps(), dice));
    }

    /** Makes trouble for what runs by itself next. */
    void trouble() {
        if (dice.nextInt(4) == 0) {
            weather.turn(dice);
        }
        if (dice.nextInt(4) == 0) {
            shop.life().endAfter(dice.nextInt(30));
        }
    }

    /** If the process was killed, it is started again. */
    void recover() {
        if (shop.life().begin()) {
            told.add("  killed");
        }
    }

    /** Nothing goes wrong any more: what is on its way arrives. */
    void calm() {
        weather.clear();
        cast.giveBack();
        live(cast::deliverAll);
    }

    /** Whoever still has a page open pays on it. */
    void payLate() {
        cast.payLate();
        calm();
    }

    /**
     * @param name plays it once more
     * @throws AssertionError with all that happened
     */
    void judge(Verdict verdict, String name) {
        try {
            assertThat(surprises).isEmpty();
            verdict.over(shop, reader, stripe);
        } catch (AssertionError e) {
            throw new AssertionError(name + ": " + e.getMessage() + "\n" + String.join("\n", told), e);
        }
    }

    private void live(Step step) {
        told.add(step.name());
        if (dice.nextInt(5) == 0) {
            shop.life().endAfter(dice.nextInt(16));
        }
        live(step.work());
        recover();
    }

    private void live(Runnable work) {
        try {
            WorkspaceScope.run(shop.workspace().id(), work);
        } catch (AttemptConflict | RefundRefused e) {
            told.add("  refused: " + e.getMessage());
        } catch (RuntimeException | Life.Killed e) {
            if (!shop.life().isOver()) {
                surprises.add(e);
            }
        }
    }

    /** Something else happens, seldom, while Stripe is asked. */
    private void meanwhile() {
        if (chance.nextInt(10) == 0 && isMeanwhile.compareAndSet(false, true)) {
            try {
                var step = Step.any(cast.stepsMeanwhile(), chance);
                told.add("    meanwhile: " + step.name());
                live(step.work());
            } finally {
                isMeanwhile.set(false);
            }
        }
    }
}
