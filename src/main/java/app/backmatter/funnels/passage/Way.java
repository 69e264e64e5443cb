package app.backmatter.funnels.passage;

import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.RePitch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a reader stands in the tree, from the answers given so far.
 *
 * @param answers by step, in the order in which they were given
 * @param paidAt when the first payment was, if any: one-click offers need it, and end an hour after it
 * @param buyer whether the card of the first payment is this reader's to use in one click
 * @param owned products that are passed over because the reader has them
 */
public record Way(
        FunnelContent funnel,
        SequencedMap<UUID, OfferAnswer> answers,
        @Nullable Instant paidAt,
        boolean buyer,
        Set<ProductId> owned,
        Instant now) {
    static final Duration ONE_CLICK = Duration.ofMinutes(60);

    /** The offer that waits for an answer; empty when the way is at its end. */
    public Optional<Offer> present() {
        var passed = new HashSet<UUID>();
        var next = first();
        while (next.isPresent() && passed.add(next.get().id())) {
            var offer = next.get();
            var answer = answers.get(offer.id());
            if (answer == null && !isPassedOver(offer)) {
                return next.filter(this::isOpen);
            }
            next = offer(leadsOn(offer, answer) ? offer.onYes() : offer.onNo());
        }
        return Optional.empty();
    }

    /** Whether the reader may take this offer now: the present one, or one on a checkout while nothing was bought. */
    public boolean isOffered(Offer offer) {
        return present().filter(offer::equals).isPresent()
                || (offer instanceof CheckoutOffer && paidAt == null && !isPassedOver(offer));
    }

    /** Whether the reader has what this checkout sells, and may still buy it for somebody else. */
    public boolean isGivable(Offer offer) {
        return offer instanceof CheckoutOffer && paidAt == null && offer.price() != null && owns(offer);
    }

    /** Whether the reader, or the reader's card, said something to it already. */
    public boolean isAnswered(Offer offer) {
        return answers.containsKey(offer.id());
    }

    /** Nobody is asked to add what they have. */
    public CheckoutOffer withoutOwnedBump(CheckoutOffer offer) {
        var bump = offer.bump();
        return bump != null && owned.contains(bump.product()) ? offer.withoutBump() : offer;
    }

    public boolean owns(Offer offer) {
        return offer.product() != null && owned.contains(offer.product());
    }

    /** The message key of what the reader must be told of the last one-click offer, if anything. */
    public Optional<String> note() {
        return switch (lastAnswer()) {
            case CARD_DECLINED -> Optional.of("funnels.card-declined");
            case HAS_IT -> Optional.of("funnels.not-charged");
            case null, default -> Optional.empty();
        };
    }

    /** What the reader has leads on as if it was taken now; what the order's currency can't buy, as if it was not. */
    private boolean leadsOn(Offer offer, @Nullable OfferAnswer answer) {
        return switch (answer) {
            case ACCEPTED, HAS_IT -> true;
            case DECLINED, CARD_DECLINED -> false;
            case null -> owns(offer);
        };
    }

    /** A re-pitch that was taken leads on from there; nobody comes to one by any branch. */
    private Optional<Offer> first() {
        return funnel.steps().stream()
                .filter(step -> step instanceof RePitch && answers.get(step.id()) == OfferAnswer.ACCEPTED)
                .map(Offer.class::cast)
                .findFirst()
                .or(() -> switch (funnel.entry()) {
                    case OptIn optIn -> offer(optIn.onYes());
                    case Offer offer -> Optional.of(offer);
                });
    }

    private Optional<Offer> offer(@Nullable UUID step) {
        return Optional.ofNullable(step)
                .flatMap(funnel::step)
                .filter(Offer.class::isInstance)
                .map(Offer.class::cast);
    }

    private boolean isPassedOver(Offer offer) {
        return offer.product() == null || offer.price() == null || owns(offer);
    }

    private @Nullable OfferAnswer lastAnswer() {
        return answers.isEmpty() ? null : answers.lastEntry().getValue();
    }

    private boolean isOpen(Offer offer) {
        return offer instanceof CheckoutOffer
                ? paidAt == null
                : buyer && paidAt != null && now.isBefore(paidAt.plus(ONE_CLICK));
    }
}
