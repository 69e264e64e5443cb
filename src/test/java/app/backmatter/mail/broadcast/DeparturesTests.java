package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Addressed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of two nodes that both think that a batch is theirs. */
@BackmatterTest
class DeparturesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    Batches batches;

    @Autowired
    Departures departures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void whatANodeHearsTooLateOfAMessageChangesNothingThatAnotherOneSent() {
        var workspace = accounts.workspace();
        broadcasts.subscribers(workspace, 1);
        var job = new BroadcastJob(broadcasts.started(workspace), workspace.id(), Addressed.EVERYBODY);
        WorkspaceScope.run(workspace.id(), () -> {
            var late = batches.take(job, 10).getFirst().messages().getFirst();
            letGo(job, late);
            jdbc.sql("update broadcast_batches set leased_until = 'epoch' where broadcast_id = ?")
                    .param(job.id())
                    .update();
            var again = batches.take(job, 10).getFirst().messages().getFirst();
            letGo(job, again);
            again.lease().hasEnded(again.id());
            assertThat(departures.turn(job, List.of(Ending.sent(again)), List.of()))
                    .isPresent();

            late.lease().hasEnded(late.id());
            var due = clock.instant().plus(Duration.ofMinutes(1));
            assertThat(departures.turn(job, List.of(Ending.postponed(late, "451 later", due)), List.of()))
                    .isEmpty();
            batches.close(job, again.lease());
        });
        assertThat(jdbc.sql("select state from broadcast_messages where broadcast_id = ?")
                        .param(job.id())
                        .query(String.class)
                        .single())
                .isEqualTo("SENT");
    }

    private void letGo(BroadcastJob job, Outgoing message) {
        message.lease().letGo(message.id());
        assertThat(departures.turn(job, List.of(), List.of(message))).isPresent();
    }
}
