package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VisitsTests {
    private final Visits visits = new Visits();

    @Test
    void wakesWhoAttendsOnceEnoughHaveCome() {
        var taken = new CompletableFuture<List<Visit>>();
        var attendant = Thread.ofPlatform().daemon().start(() -> {
            visits.await(2, 1, TimeUnit.DAYS);
            taken.complete(taken());
        });

        visits.add(Visit.telling(List.of()));
        await().until(() -> attendant.getState() == Thread.State.TIMED_WAITING);
        visits.add(Visit.telling(List.of()));

        await().untilAsserted(() -> assertThat(taken).isCompletedWithValueMatching(visits -> visits.size() == 2));
    }

    @Test
    void doesNotWaitForEverForTheRest() {
        visits.add(Visit.telling(List.of()));

        visits.await(2, 1, TimeUnit.MILLISECONDS);

        assertThat(taken()).hasSize(1);
        assertThat(taken()).isEmpty();
    }

    private List<Visit> taken() {
        var taken = new ArrayList<Visit>();
        visits.take(taken::add);
        return taken;
    }
}
