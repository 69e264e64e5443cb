package app.backmatter.funnels.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;

import app.backmatter.audience.Audience;
import app.backmatter.database.BatchWriter;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.RevisionId;
import app.backmatter.funnels.domain.PublishedContent;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.links.Visitor;
import app.backmatter.orders.Orders;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepViewsTests {
    private final PublishedRevision revision = new PublishedRevision(
            new WorkspaceId(UUID.randomUUID()),
            new FunnelId(UUID.randomUUID()),
            new RevisionId(UUID.randomUUID()),
            "gift",
            "The gift",
            new PublishedContent(ReaderFunnels.freeGift(), List.of(), null, "Ada Quill", Locale.US));
    private final Visitor visitor = new Visitor(UUID.randomUUID(), false);
    private final List<StepView> written = new ArrayList<>();
    private boolean isDown;
    // never started, it writes each view at once
    private final StepViews views = new StepViews(
            new BatchWriter<>("views", 1, Duration.ofHours(1), this::write),
            new Attribution(mock(Orders.class), mock(Audience.class), Clock.systemUTC()),
            Clock.systemUTC());

    @Test
    void countsAVisitorOnce() {
        views.entrySeen(revision, visitor, Referral.NONE);
        views.entrySeen(revision, visitor, Referral.NONE);

        assertThat(written).hasSize(1);
    }

    @Test
    void keepNoReaderFromAPageWhileTheDatabaseIsDownAndCountTheNextLook() {
        isDown = true;
        assertThatCode(() -> views.entrySeen(revision, visitor, Referral.NONE)).doesNotThrowAnyException();

        isDown = false;
        views.entrySeen(revision, visitor, Referral.NONE);

        assertThat(written).hasSize(1);
    }

    private void write(List<StepView> batch) {
        if (isDown) {
            throw new IllegalStateException("The database is down");
        }
        written.addAll(batch);
    }
}
