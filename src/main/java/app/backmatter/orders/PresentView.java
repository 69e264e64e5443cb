package app.backmatter.orders;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A present that was paid for, and what became of it.
 *
 * @param steps whose lines of the order were bought with it; all others are the buyer's own
 * @param left what of it was not taken back
 * @param held whether nobody can accept it while a bank has not decided on its payment
 * @param claimedAt when the person took it; absent until then
 * @param claimedBy who that is since then
 */
public record PresentView(
        Present present,
        Set<UUID> steps,
        List<Thing> left,
        boolean held,
        @Nullable Instant claimedAt,
        @Nullable ContactId claimedBy) {
    /** One thing that is given. */
    public record Thing(ProductId product, String name) {}

    public boolean isTakenBack() {
        return left.isEmpty();
    }

    /** Whether it waits for a bank: what somebody has accepted does not. */
    public boolean isWaiting() {
        return held && !isTakenBack() && claimedBy == null;
    }

    public List<String> names() {
        return left.stream().map(Thing::name).toList();
    }

    /** Whether the order's line was bought with it. */
    public boolean contains(LineItem line) {
        return steps.contains(line.step());
    }

    /** Whether the line was bought with it and is taken back. */
    public boolean lost(LineItem line) {
        return contains(line)
                && left.stream().noneMatch(thing -> thing.product().equals(line.product()));
    }
}
