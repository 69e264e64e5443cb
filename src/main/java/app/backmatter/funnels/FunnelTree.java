package app.backmatter.funnels;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A funnel drawn: what {@code components/tree.html} shows, in the editor and in reports. A page to which several
 * branches lead is drawn once, where it comes first; the others name it.
 *
 * @param roots the entry, then pages that are reached from letters alone or by nobody
 */
public record FunnelTree(List<Node> roots) {

    /**
     * One page.
     *
     * @param kind a message key's end: opt-in, tripwire, upsell, down-sell, cross-sell, re-pitch
     */
    public record Node(UUID step, String kind, String headline, Label label, List<Branch> branches) {}

    /**
     * What else stands on a page's card.
     *
     * @param href where the card leads; absent for none
     * @param facts short lines: product and price, or visitors and rate
     * @param share 0 to 100, the width of the bar under the card; absent for no bar
     * @param flag a short warning; empty for none
     */
    public record Label(
            @Nullable String href,
            List<String> facts,
            @Nullable Integer share,
            String flag) {}

    /**
     * Where an answer leads: to a page drawn here, to one drawn elsewhere, or to an end.
     *
     * @param answer yes, no, or sign-up on an opt-in page
     * @param next the page that is drawn below; absent for one drawn elsewhere and at the end
     * @param again the headline of a page that is drawn elsewhere; empty otherwise
     * @param end receipt, letters or leaves (nothing was bought, with and without letters that follow), or nowhere
     *     (a page that is gone)
     * @param addHref where to add a page on this branch; absent for nowhere
     */
    public record Branch(
            String answer,
            @Nullable Node next,
            String again,
            String end,
            @Nullable String addHref) {}

    /** Without links for adding pages. */
    public static FunnelTree of(List<StepView> steps, Function<StepView, Label> label) {
        return of(steps, label, (step, answer) -> null);
    }

    /** @param addHref where to add a page behind a step's answer, yes or no; null for nowhere */
    public static FunnelTree of(
            List<StepView> steps,
            Function<StepView, Label> label,
            BiFunction<StepView, String, @Nullable String> addHref) {
        return new Drawing(steps, label, addHref).draw();
    }

    private static final class Drawing {
        private final List<StepView> steps;
        private final Map<UUID, StepView> byId = new HashMap<>();
        private final Function<StepView, Label> label;
        private final BiFunction<StepView, String, @Nullable String> addHref;
        private final Set<UUID> drawn = new HashSet<>();

        Drawing(
                List<StepView> steps,
                Function<StepView, Label> label,
                BiFunction<StepView, String, @Nullable String> addHref) {
            this.steps = steps;
            this.label = label;
            this.addHref = addHref;
            steps.forEach(step -> byId.put(step.id(), step));
        }

        FunnelTree draw() {
            var targets = steps.stream()
                    .flatMap(step -> Stream.concat(Stream.ofNullable(step.onYes()), Stream.ofNullable(step.onNo())))
                    .collect(Collectors.toSet());
            var roots = Stream.concat(
                            steps.stream().limit(1),
                            steps.stream().skip(1).filter(step -> !targets.contains(step.id())))
                    .toList();
            return new FunnelTree(roots.stream().map(this::node).toList());
        }

        private Node node(StepView step) {
            drawn.add(step.id());
            return new Node(step.id(), step.kind(), step.headline(), label.apply(step), branches(step));
        }

        private List<Branch> branches(StepView step) {
            return step.kind().equals(FunnelPart.OPT_IN.key())
                    ? List.of(branch(step, "sign-up", step.onYes(), "leaves"))
                    : List.of(
                            branch(step, "yes", step.onYes(), "receipt"),
                            branch(step, "no", step.onNo(), isCheckout(step) ? leaving() : "receipt"));
        }

        private Branch branch(StepView step, String answer, @Nullable UUID target, String end) {
            var add = addHref.apply(step, answer);
            if (target == null) {
                return new Branch(answer, null, "", end, add);
            }
            var next = byId.get(target);
            if (next == null) {
                return new Branch(answer, null, "", "nowhere", null);
            }
            return drawn.contains(target)
                    ? new Branch(answer, null, next.headline(), "", add)
                    : new Branch(answer, node(next), "", "", null);
        }

        /** Who gave no address gets no letters. */
        private String leaving() {
            return steps.getFirst().kind().equals(FunnelPart.OPT_IN.key()) ? "letters" : "leaves";
        }

        private static boolean isCheckout(StepView step) {
            return step.kind().equals(FunnelPart.TRIPWIRE.key()) || step.kind().equals(FunnelPart.RE_PITCH.key());
        }
    }
}
