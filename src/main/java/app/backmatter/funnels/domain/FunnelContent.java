package app.backmatter.funnels.domain;

import app.backmatter.books.BookId;
import app.backmatter.catalog.ProductId;
import app.backmatter.mail.SequenceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a reader meets: edited as a draft, frozen as a revision.
 *
 * @param book whose cover and metadata the public pages carry
 * @param buyers the sequence for who bought, if any
 * @param nonBuyers the sequence for who has not, if any
 * @param steps the entry first
 */
public record FunnelContent(
        Theme theme,
        @Nullable BookId book,
        @Nullable SequenceId buyers,
        @Nullable SequenceId nonBuyers,
        List<Step> steps) {
    public FunnelContent {
        steps = List.copyOf(steps);
    }

    public Optional<Step> step(UUID id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    public Step entry() {
        return steps.getFirst();
    }

    /** The steps' products, gift and bumps included, each once. */
    public Set<ProductId> products() {
        return steps.stream().flatMap(FunnelContent::products).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    FunnelContent withSteps(List<Step> changed) {
        return new FunnelContent(theme, book, buyers, nonBuyers, changed);
    }

    FunnelContent with(Theme chosen) {
        return new FunnelContent(chosen, book, buyers, nonBuyers, steps);
    }

    FunnelContent about(@Nullable BookId chosen) {
        return new FunnelContent(theme, chosen, buyers, nonBuyers, steps);
    }

    /** With this step in the place of the one with its id. */
    FunnelContent with(Step changed) {
        return withSteps(steps.stream()
                .map(step -> step.id().equals(changed.id()) ? changed : step)
                .toList());
    }

    static Stream<ProductId> products(Step step) {
        var bump = step instanceof CheckoutOffer checkout ? checkout.bump() : null;
        return Stream.of(
                        Optional.ofNullable(step instanceof OptIn optIn ? optIn.gift() : null),
                        Optional.ofNullable(step instanceof Offer offer ? offer.product() : null),
                        Optional.ofNullable(bump).map(OrderBump::product))
                .flatMap(Optional::stream);
    }
}
