package app.backmatter.funnels.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts pages into a tree and takes them out, so that every way still leads on. */
final class TreeChanges {
    private TreeChanges() {}

    /** The new page leads on, by yes and by no, to where the branch led before. */
    static FunnelContent insert(FunnelContent funnel, Step before, Answer answer, Offer added) {
        var target = answer == Answer.YES ? before.onYes() : before.onNo();
        var rewired = answer == Answer.YES
                ? Steps.leading(before, added.id(), before.onNo())
                : Steps.leading(before, before.onYes(), added.id());
        var steps = new ArrayList<>(funnel.with(rewired).steps());
        steps.add(position(steps, before.id()) + 1, Steps.leading(added, target, target));
        return funnel.withSteps(steps);
    }

    /**
     * What led to the page leads to where its yes led. Pages that could be reached through it alone, such as its
     * down-sell, go with it.
     */
    static FunnelContent remove(FunnelContent funnel, Step removed) {
        var gone = removedWith(funnel, removed);
        var kept = funnel.steps().stream()
                .filter(step -> !gone.contains(step.id()))
                .map(step -> bypass(step, removed))
                .toList();
        return funnel.withSteps(kept);
    }

    /** The page and those that nobody would reach without it. */
    static Set<UUID> removedWith(FunnelContent funnel, Step removed) {
        var rest = funnel.withSteps(funnel.steps().stream()
                .filter(step -> !step.id().equals(removed.id()))
                .map(step -> bypass(step, removed))
                .toList());
        var before = reached(funnel);
        var after = reached(rest);
        return funnel.steps().stream()
                .map(Step::id)
                .filter(id -> id.equals(removed.id()) || before.contains(id) && !after.contains(id))
                .collect(Collectors.toSet());
    }

    /** The entry and the first payment hold the tree up. */
    static boolean isRemovable(FunnelContent funnel, Step step) {
        return !step.id().equals(funnel.entry().id()) && !(step instanceof Tripwire);
    }

    private static Set<UUID> reached(FunnelContent funnel) {
        var starts =
                Stream.concat(Stream.of(funnel.entry()), funnel.steps().stream().filter(RePitch.class::isInstance));
        return TreeGuards.reachableFrom(funnel, starts.map(Step::id));
    }

    private static Step bypass(Step step, Step removed) {
        return Steps.leading(step, past(step.onYes(), removed), past(step.onNo(), removed));
    }

    private static @Nullable UUID past(@Nullable UUID target, Step removed) {
        return Objects.equals(target, removed.id()) ? removed.onYes() : target;
    }

    private static int position(List<Step> steps, UUID id) {
        return steps.stream().map(Step::id).toList().indexOf(id);
    }
}
