package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawTests {
    final List<Recipient> readers = Stream.generate(Ids::next)
            .limit(10_000)
            .map(id -> new Recipient(new ContactId(id), new EmailAddress("reader@example.com"), "", ""))
            .toList();
    final UUID broadcast = Ids.next();

    @Test
    void drawsItsShareHalfForEachSubjectAndNobodyForBoth() {
        for (int percent : List.of(10, 20, 30, 50)) {
            var drawn = new Draw(broadcast, percent).from(readers);
            assertThat(drawn).extracting(Portion::subject).containsExactly(0, 1);
            int first = drawn.getFirst().readers().size();
            int other = drawn.getLast().readers().size();
            assertThat(first - other).isBetween(0, 1);
            assertThat(first + other).isBetween(percent * 100 - 250, percent * 100 + 250);
            assertThat(drawn.getFirst().readers())
                    .doesNotContainAnyElementsOf(drawn.getLast().readers());
        }
    }

    @Test
    void drawsTheSameOnesAgainAndOthersForAnotherBroadcast() {
        var drawn = new Draw(broadcast, 20).from(readers);
        assertThat(new Draw(broadcast, 20).from(readers)).isEqualTo(drawn);

        var mine = new HashSet<>(drawn.getFirst().readers());
        mine.retainAll(new Draw(Ids.next(), 20).from(readers).getFirst().readers());
        assertThat(mine).as("a tenth of a tenth").hasSizeBetween(40, 180);
    }
}
