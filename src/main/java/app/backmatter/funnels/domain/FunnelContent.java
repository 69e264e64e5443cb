package app.backmatter.funnels.domain;

import app.backmatter.books.BookId;
import app.backmatter.mail.SequenceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
}
