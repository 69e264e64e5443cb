package app.backmatter.funnels.passage;

import app.backmatter.database.BatchWriter;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.Step;
import app.backmatter.links.Visitor;
import app.backmatter.shared.SourceKind;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts who saw which step: each subject once per step and revision, written off the request. */
@Component
public class StepViews {
    private static final Logger log = LoggerFactory.getLogger(StepViews.class);

    private final BatchWriter<StepView> writer;
    private final Attribution attribution;
    private final Clock clock;
    /** Spares the database most repetitions; it keeps apart the rest. */
    private final Cache<Sight, Boolean> recent = Caffeine.newBuilder()
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
        var sight = new Sight(revision.id().value(), entry, visitor.key(), SourceKind.DIRECT);
        if (isFirst(sight)) {
            add(revision, sight, referral, visitor.bot());
        }
    }

    /** A page behind the entry, seen by a reader on the way. The entry was counted when the visitor saw it. */
    public void seen(Reader reader, Step step) {
        var passage = reader.passage();
        var revision = reader.revision();
        boolean isEntry = step.id().equals(reader.funnel().entry().id());
        var touch = attribution.touch(reader, step).source().kind();
        var sight = new Sight(revision.id().value(), step.id(), passage.id().value(), touch);
        if (!isEntry && isFirst(sight)) {
            add(revision, sight, Referral.known(attribution.of(reader, step)), passage.bot());
        }
    }

    private boolean isFirst(Sight sight) {
        return recent.asMap().putIfAbsent(sight, Boolean.TRUE) == null;
    }

    /** A database that is down must not keep a reader from a page that is in memory. */
    private void add(PublishedRevision revision, Sight sight, Referral referral, boolean bot) {
        try {
            writer.add(new StepView(
                    revision.workspace(),
                    revision.funnel(),
                    revision.id(),
                    sight.step(),
                    sight.subject(),
                    referral,
                    bot,
                    clock.instant()));
        } catch (RuntimeException e) {
            recent.invalidate(sight);
            log.error("A view of funnel {} is lost: {}", revision.funnel(), e.toString());
        }
    }

    /** @param touch who comes back by a letter is seen again */
    private record Sight(UUID revision, UUID step, UUID subject, SourceKind touch) {}
}
