package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import app.backmatter.mail.transport.Trouble;
import app.backmatter.mail.transport.Unreached;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether it is the message or the mail server, when the line is cut. */
class HearingTests {
    static final Unreached BUSY = new Unreached(Trouble.Kind.BUSY, "503 out of order");

    final Moving clock = new Moving();
    final Told told = new Told();
    final Hearing hearing =
            new Hearing(new BroadcastJob(Ids.next(), new WorkspaceId(Ids.next()), Addressed.EVERYBODY), told, clock);

    static final class Moving extends Clock {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }
    }

    static final class Told extends Silences {
        final List<String> silences = new ArrayList<>();

        Told() {
            super(Mockito.mock(JdbcClient.class));
        }

        @Override
        void begin(BroadcastJob job, Instant since, Trouble trouble) {
            silences.add(since + " " + trouble);
        }

        @Override
        void end(BroadcastJob job) {
            silences.add("over");
        }
    }

    @Test
    void whileOthersPassItIsTheMessageWhichIsTriedLaterAndGivenUpAtLast() {
        assertThat(endings(message(0), 6))
                .extracting(Ending::state)
                .containsExactly("QUEUED", "QUEUED", "QUEUED", "QUEUED", "QUEUED", "POSTPONED");

        var last = endings(message(11), 6).getLast();
        assertThat(last.state()).isEqualTo("FAILED");
        assertThat(last.refusal()).isEqualTo("BUSY 503 out of order");
        assertThat(last.tries()).isEqualTo(12);
    }

    @Test
    void aServerThatIsAwayForDaysCostsNobodyATry() {
        var message = message(11);
        for (int hour = 0; hour < 72; hour++) {
            for (int times = 0; times < 20; times++) {
                var ending = hearing.lost(message, BUSY, true);
                assertThat(ending.tries()).isEqualTo(11);
                assertThat(ending.state()).isIn("QUEUED", "POSTPONED");
                clock.advance(Duration.ofMinutes(3));
            }
        }
    }

    @Test
    void theLastOneOfAllIsNotTriedForEver() {
        var message = message(11);
        assertThat(hearing.lost(message, BUSY, false).state()).isEqualTo("QUEUED");
        clock.advance(Duration.ofMinutes(59));
        assertThat(hearing.lost(message, BUSY, false).state()).isEqualTo("QUEUED");
        clock.advance(Duration.ofMinutes(1));
        assertThat(hearing.lost(message, BUSY, false).state()).isEqualTo("FAILED");
    }

    @Test
    void anAnswerForgivesWhatWasLostBefore() {
        var message = message(0);
        endings(message, 5);
        hearing.answered(message);
        assertThat(endings(message, 5)).extracting(Ending::state).containsOnly("QUEUED");
    }

    @Test
    void tellsSinceWhenNothingIsTaken() {
        hearing.answered(message(0));
        hearing.away(BUSY);
        clock.advance(Duration.ofSeconds(9));
        hearing.away(BUSY);
        assertThat(told.silences).containsExactly("over");
        clock.advance(Duration.ofSeconds(1));
        hearing.away(BUSY);
        hearing.away(BUSY);
        hearing.answered(message(0));
        hearing.answered(message(0));
        assertThat(told.silences).containsExactly("over", "2026-11-23T10:00:00Z BUSY 503 out of order", "over");
    }

    /** Others pass between its losses. */
    private List<Ending> endings(Outgoing message, int losses) {
        var endings = new ArrayList<Ending>();
        for (int times = 0; times < losses; times++) {
            endings.add(hearing.lost(message, BUSY, true));
            hearing.answered(message(0));
        }
        return endings;
    }

    private static Outgoing message(int tries) {
        var recipient = new Recipient(new ContactId(Ids.next()), new EmailAddress("ada@example.com"), "", "");
        return new Outgoing(Ids.next(), recipient, new Lease(Ids.next(), 1), tries);
    }
}
