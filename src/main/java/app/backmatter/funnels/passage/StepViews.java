package app.backmatter.funnels.passage;

import app.backmatter.database.BatchWriter;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.Step;
import app.backmatter.links.Visitor;
import app.backmatter.shared.Source;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts who saw which step: each subject once per step and revision, written off the request. */
@Component
public class StepViews {
    private final BatchWriter<StepView> writer;
    private final Attribution attribution;
    private final Clock clock;
    /** Spares the database most repetitions; it keeps apart the rest. */
    private final Cache<Subject, Boolean> recent = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(6))
            .build();

    StepViews(BatchWriter<StepView> stepViewWriter, Attribution attribution, Clock clock) {
        this.writer = stepViewWriter;
        this.attribution = attribution;
        this.clock = clock;
    }

    /** The entry page, seen by a visitor. */
    public void entrySeen(PublishedRevision revision, Visitor visitor, Referral referral) {
        var entry = revision.content().funnel().entry().id();
        if (isFirst(revision, entry, visitor.key(), Source.DIRECT)) {
            add(revision, entry, visitor.key(), referral, visitor.bot());
        }
    }

    /** A page behind the entry, seen by a reader on the way. The entry was counted when the visitor saw it. */
    public void seen(Reader reader, Step step) {
        var passage = reader.passage();
        boolean isEntry = step.id().equals(reader.funnel().entry().id());
        var touch = attribution.touch(reader, step).source();
        if (!isEntry && isFirst(reader.revision(), step.id(), passage.id().value(), touch)) {
            var source = Referral.known(attribution.of(reader, step));
            add(reader.revision(), step.id(), passage.id().value(), source, passage.bot());
        }
    }

    /** @param touch who comes back by a letter is seen again */
    private boolean isFirst(PublishedRevision revision, UUID step, UUID subject, Source touch) {
        return recent.asMap().putIfAbsent(new Subject(revision.id().value(), step, subject, touch), Boolean.TRUE)
                == null;
    }

    private void add(PublishedRevision revision, UUID step, UUID subject, Referral referral, boolean bot) {
        writer.add(new StepView(
                revision.workspace(), revision.funnel(), revision.id(), step, subject, referral, bot, clock.instant()));
    }

    private record Subject(UUID revision, UUID step, UUID visitor, Source touch) {}
}
