package app.backmatter.funnels.passage;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.domain.CrossSell;
import app.backmatter.funnels.domain.DownSell;
import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.RePitch;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.funnels.domain.Upsell;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayTests {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    private final FunnelContent funnel = ReaderFunnels.freeGift();
    private final LinkedHashMap<UUID, OfferAnswer> answers = new LinkedHashMap<>();

    @Test
    void beginsWithTheTripwireBehindTheSignUp() {
        assertThat(present(null)).isInstanceOf(Tripwire.class);
    }

    @Test
    void endsWhenTheTripwireIsDeclinedAndNothingFollows() {
        answer(Tripwire.class, OfferAnswer.DECLINED);

        assertThat(present(null)).isNull();
    }

    @Test
    void aNoLeadsToTheDownSellAndAYesPastIt() {
        answer(Tripwire.class, OfferAnswer.ACCEPTED);
        answer(Upsell.class, OfferAnswer.DECLINED);
        assertThat(present(NOW)).isInstanceOf(DownSell.class);

        answer(Upsell.class, OfferAnswer.ACCEPTED);
        assertThat(present(NOW)).isInstanceOf(CrossSell.class);
    }

    @Test
    void theCardsNoLeadsWhereTheReadersNoLeads() {
        answer(Tripwire.class, OfferAnswer.ACCEPTED);
        answer(Upsell.class, OfferAnswer.CARD_DECLINED);

        assertThat(present(NOW)).isInstanceOf(DownSell.class);
        assertThat(way(NOW, NOW, Set.of()).note()).contains("funnels.card-declined");
    }

    @Test
    void whatIsOwnedIsPassedOver() {
        answer(Tripwire.class, OfferAnswer.ACCEPTED);
        var course = offer(Upsell.class).product();

        assertThat(way(NOW, NOW, Set.of(course)).present().orElseThrow()).isInstanceOf(CrossSell.class);
    }

    @Test
    void oneClickIsOverAnHourAfterThePayment() {
        answer(Tripwire.class, OfferAnswer.ACCEPTED);

        assertThat(way(NOW.minus(Duration.ofMinutes(59)), NOW, Set.of()).present())
                .isPresent();
        assertThat(way(NOW.minus(Duration.ofMinutes(60)), NOW, Set.of()).present())
                .isEmpty();
    }

    @Test
    void aDeclinedTripwireCanStillBeBoughtUntilSomethingIs() {
        answer(Tripwire.class, OfferAnswer.DECLINED);

        assertThat(way(null, NOW, Set.of()).isOffered(offer(Tripwire.class))).isTrue();
        assertThat(way(null, NOW, Set.of()).isOffered(offer(RePitch.class))).isTrue();
        assertThat(way(NOW, NOW, Set.of()).isOffered(offer(RePitch.class))).isFalse();
    }

    @Test
    void aTakenRePitchLeadsOn() {
        answer(Tripwire.class, OfferAnswer.DECLINED);
        answer(RePitch.class, OfferAnswer.ACCEPTED);

        assertThat(present(NOW)).isInstanceOf(Upsell.class);
    }

    @Test
    void aTreeThatRunsInACircleEnds() {
        var circle = ReaderFunnels.circle();
        circle.steps().forEach(step -> answers.put(step.id(), OfferAnswer.ACCEPTED));

        assertThat(new Way(circle, answers, NOW, true, Set.of(), NOW).present()).isEmpty();
    }

    private @Nullable Offer present(@Nullable Instant paidAt) {
        return way(paidAt, NOW, Set.of()).present().orElse(null);
    }

    private Way way(@Nullable Instant paidAt, Instant now, Set<ProductId> owned) {
        return new Way(funnel, answers, paidAt, true, owned, now);
    }

    private void answer(Class<? extends Offer> kind, OfferAnswer answer) {
        answers.put(offer(kind).id(), answer);
    }

    private Offer offer(Class<? extends Offer> kind) {
        return funnel.steps().stream()
                .filter(kind::isInstance)
                .map(Offer.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
