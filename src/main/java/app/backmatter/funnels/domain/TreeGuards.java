package app.backmatter.funnels.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every page can be reached, leads on to one that is there, and ends at the receipt at last. */
final class TreeGuards {
    private TreeGuards() {}

    static List<Review.Guard> all() {
        return List.of(
                TreeGuards::branchesLeadSomewhere,
                TreeGuards::noWayLeadsBack,
                TreeGuards::oneClickComesAfterPayment,
                TreeGuards::oneCheckoutOnly,
                TreeGuards::everyPageIsReached);
    }

    private static Stream<Finding> branchesLeadSomewhere(Review review) {
        return review.funnel().steps().stream()
                .filter(step -> targets(step)
                        .anyMatch(target -> review.funnel().step(target).isEmpty()))
                .map(step -> Finding.mend(step, "leads-nowhere"));
    }

    private static Stream<Finding> noWayLeadsBack(Review review) {
        return review.funnel().steps().stream()
                .filter(step -> reachableFrom(review.funnel(), targets(step)).contains(step.id()))
                .map(step -> Finding.mend(step, "loops"));
    }

    /** One-click offers charge the card of the payment before. */
    private static Stream<Finding> oneClickComesAfterPayment(Review review) {
        return review.funnel().steps().stream()
                .filter(step -> beforePayment(step).anyMatch(target -> isOneClick(review.funnel(), target)))
                .map(step -> Finding.mend(step, "one-click-before-payment"));
    }

    /** A reader's way has one order, opened by one checkout. */
    private static Stream<Finding> oneCheckoutOnly(Review review) {
        return review.steps(Offer.class)
                .filter(step -> afterPayment(step)
                        .anyMatch(target -> review.funnel()
                                .step(target)
                                .filter(next -> next instanceof CheckoutOffer || next instanceof OptIn)
                                .isPresent()))
                .map(step -> Finding.mend(step, "second-checkout"));
    }

    private static Stream<Finding> everyPageIsReached(Review review) {
        var entries = Stream.concat(
                Stream.of(review.funnel().entry().id()),
                review.steps(RePitch.class).map(RePitch::id));
        var reached = reachableFrom(review.funnel(), entries);
        return review.funnel().steps().stream()
                .filter(step -> !reached.contains(step.id()))
                .map(step -> Finding.look(step, "never-reached"));
    }

    static Set<UUID> reachableFrom(FunnelContent funnel, Stream<UUID> starts) {
        var reached = new HashSet<UUID>();
        starts.forEach(start -> visit(funnel, start, reached));
        return reached;
    }

    private static void visit(FunnelContent funnel, UUID id, Set<UUID> reached) {
        if (reached.add(id)) {
            funnel.step(id).stream().flatMap(TreeGuards::targets).forEach(next -> visit(funnel, next, reached));
        }
    }

    static Stream<UUID> targets(Step step) {
        return Stream.concat(Stream.ofNullable(step.onYes()), Stream.ofNullable(step.onNo()));
    }

    private static Stream<UUID> beforePayment(Step step) {
        return switch (step) {
            case OptIn optIn -> Stream.ofNullable(optIn.onYes());
            case CheckoutOffer checkout -> Stream.ofNullable(checkout.onNo());
            default -> Stream.empty();
        };
    }

    private static Stream<UUID> afterPayment(Offer step) {
        @Nullable UUID yes = step.onYes();
        return step instanceof CheckoutOffer ? Stream.ofNullable(yes) : targets(step);
    }

    private static boolean isOneClick(FunnelContent funnel, UUID id) {
        return funnel.step(id)
                .filter(step -> step instanceof Offer && !(step instanceof CheckoutOffer))
                .isPresent();
    }
}
