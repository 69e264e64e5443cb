package app.backmatter.funnels.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.funnels.FunnelPart;
import app.backmatter.shared.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TreeChangesTests {
    private final FunnelContent funnel = FunnelContents.freeGift();

    @Test
    void putsAnOfferBetweenABranchAndWhereItLed() {
        var tripwire = only(funnel, FunnelPart.TRIPWIRE);
        var upsell = only(funnel, FunnelPart.UPSELL);

        var changed = TreeChanges.insert(funnel, tripwire, Answer.YES, added());

        var between = only(changed, FunnelPart.CROSS_SELL);
        assertThat(only(changed, FunnelPart.TRIPWIRE).onYes()).isEqualTo(between.id());
        assertThat(between.onYes()).isEqualTo(upsell.id());
        assertThat(between.onNo()).isEqualTo(upsell.id());
        assertThat(only(changed, FunnelPart.TRIPWIRE).onNo()).isEqualTo(tripwire.onNo());
    }

    @Test
    void leavesTheTreeAsItWasWhenWhatWasAddedIsRemoved() {
        var added = added();
        var changed = TreeChanges.insert(funnel, only(funnel, FunnelPart.UPSELL), Answer.NO, added);

        assertThat(TreeChanges.remove(changed, changed.step(added.id()).orElseThrow()))
                .isEqualTo(funnel);
    }

    @Test
    void takesADownSellAwayWithItsUpsell() {
        var changed = TreeChanges.remove(funnel, only(funnel, FunnelPart.UPSELL));

        assertThat(changed.steps())
                .extracting(Step::part)
                .containsExactly(FunnelPart.OPT_IN, FunnelPart.TRIPWIRE, FunnelPart.RE_PITCH);
        assertThat(changed.steps())
                .allMatch(step -> TreeGuards.targets(step)
                        .allMatch(target -> changed.step(target).isPresent()));
    }

    @Test
    void keepsWhatTheLettersLeadTo() {
        var changed = TreeChanges.remove(funnel, only(funnel, FunnelPart.DOWN_SELL));

        assertThat(changed.steps()).extracting(Step::part).contains(FunnelPart.RE_PITCH);
        assertThat(only(changed, FunnelPart.UPSELL).onNo()).isNull();
    }

    private static Step only(FunnelContent content, FunnelPart part) {
        return content.steps().stream()
                .filter(step -> step.part() == part)
                .findFirst()
                .orElseThrow();
    }

    private static CrossSell added() {
        return new CrossSell(
                UUID.randomUUID(),
                FunnelContents.page("More"),
                FunnelContents.COURSE,
                Money.of(900, "USD"),
                null,
                null,
                null);
    }
}
