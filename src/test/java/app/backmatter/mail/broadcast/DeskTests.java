package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of messages while the database is away. */
class DeskTests {
    final Lease lease = new Lease(Ids.next(), 1);
    final Pauses pauses = new Pauses(Clock.systemUTC());
    final Books books = new Books();
    final BroadcastJob job = new BroadcastJob(Ids.next(), new WorkspaceId(Ids.next()), Addressed.EVERYBODY);
    final Desk desk = new Desk(job, books, pauses, new Pace(0), 1);

    /** They can't be written once. */
    static final class Books extends Departures {
        final List<Ending> written = new ArrayList<>();
        boolean away = true;

        Books() {
            super(Mockito.mock(JdbcTemplate.class), Clock.systemUTC());
        }

        @Override
        Optional<Set<UUID>> turn(BroadcastJob job, List<Ending> ended, List<Outgoing> next) {
            if (away) {
                away = false;
                throw new TransientDataAccessResourceException("away");
            }
            written.addAll(ended);
            return Optional.of(Set.of());
        }
    }

    @Test
    void whoGotAnotherMessageThanItAskedForGetsItOnceTheBooksAreBack() throws Exception {
        var paused = message("ada@paused.example");
        var free = message("bob@free.example");
        lease.expect(2);
        pauses.ask(paused.domain());
        desk.prepare(List.of(free));
        Thread.ofVirtual().start(desk);

        var turn = CompletableFuture.supplyAsync(() -> desk.next(List.of(), paused))
                .get(10, TimeUnit.SECONDS);
        desk.stop();
        desk.leave();

        assertThat(turn.map(Turn::message)).contains(free);
        assertThat(books.written).extracting(Ending::message).containsExactly(paused);
        assertThat(lease.unended()).containsExactly(free.id());
    }

    private Outgoing message(String to) {
        var recipient = new Recipient(new ContactId(Ids.next()), new EmailAddress(to), "", "");
        return new Outgoing(Ids.next(), recipient, lease, 0);
    }
}
