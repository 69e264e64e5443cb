package app.backmatter.funnels;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.funnels.FunnelTree.Branch;
import app.backmatter.funnels.FunnelTree.Label;
import app.backmatter.funnels.FunnelTree.Node;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunnelTreeTests {
    private final UUID last = UUID.randomUUID();
    private final UUID upsell = UUID.randomUUID();
    private final UUID downSell = UUID.randomUUID();

    @Test
    void drawsAPageOnceAndNamesItElsewhere() {
        var tree = draw(
                step(upsell, "upsell", last, downSell),
                step(downSell, "down-sell", last, last),
                step(last, "cross-sell", null, null));

        var branches = tree.roots().getFirst().branches();
        assertThat(branches.get(0).next().kind()).isEqualTo("cross-sell");
        assertThat(branches.get(1).next().branches()).extracting(Branch::again).containsOnly("The cross-sell");
        assertThat(branches.get(0).next().branches()).extracting(Branch::end).containsOnly("receipt");
    }

    @Test
    void drawsWhatOnlyLettersLeadToApart() {
        var tree = draw(
                step(upsell, "opt-in", last, null),
                step(last, "tripwire", null, null),
                step(downSell, "re-pitch", null, null));

        assertThat(tree.roots()).extracting(Node::kind).containsExactly("opt-in", "re-pitch");
        assertThat(tree.roots().getLast().branches()).extracting(Branch::end).containsExactly("receipt", "letters");
    }

    @Test
    void sendsNoLettersWhereNobodyGaveAnAddress() {
        var tree = draw(step(upsell, "tripwire", null, null));

        assertThat(tree.roots().getFirst().branches()).extracting(Branch::end).containsExactly("receipt", "leaves");
    }

    @Test
    void endsAWayThatLeadsRound() {
        var tree = draw(step(upsell, "upsell", downSell, null), step(downSell, "down-sell", upsell, null));

        var back =
                tree.roots().getFirst().branches().getFirst().next().branches().getFirst();
        assertThat(back.again()).isEqualTo("The upsell");
    }

    @Test
    void showsABranchWhosePageIsGone() {
        var tree = draw(step(upsell, "upsell", UUID.randomUUID(), null));

        assertThat(tree.roots().getFirst().branches().getFirst().end()).isEqualTo("nowhere");
    }

    private static FunnelTree draw(StepView... steps) {
        return FunnelTree.of(List.of(steps), step -> new Label(null, List.of(), null, ""));
    }

    private static StepView step(UUID id, String kind, @Nullable UUID onYes, @Nullable UUID onNo) {
        return new StepView(id, kind, "The " + kind, onYes, onNo);
    }
}
