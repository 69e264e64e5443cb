package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VisitsTests {
    private final Visits visits = new Visits();

    @Test
    void wakesWhoAttendsOnceEnoughHaveCome() {
        var both = CompletableFuture.supplyAsync(() -> {
            visits.await(2, 1, TimeUnit.MINUTES);
            return taken();
        });

        visits.add(Visit.telling(List.of()));
        visits.add(Visit.telling(List.of()));

        assertThat(both.orTimeout(30, TimeUnit.SECONDS).join()).hasSize(2);
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
