package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.MailActivity;
import app.backmatter.audience.MailActivity.Seen;
import app.backmatter.audience.MailDeed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.health.Figure;
import app.backmatter.mail.health.Tally;
import app.backmatter.mail.health.Tally.Count;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BackmatterTest
class AftermathTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    Aftermath aftermath;

    @Autowired
    MailActivity activity;

    @Autowired
    Tally tally;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    /** Whoever keeps openings holds their contacts first, and counts then. */
    @Test
    void holdsAllItsContactsBeforeItCountsSoThatNobodyWaitsInACircle() {
        var workspace = accounts.workspace();
        broadcasts.subscribers(workspace, 3);
        var contacts = contacts(workspace);
        var job = new BroadcastJob(broadcasts.started(workspace), workspace.id(), Addressed.EVERYBODY);
        var batch = closedBatch(job, contacts);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var closing = WorkspaceScope.call(
                    workspace.id(),
                    () -> transaction.execute(status -> {
                        // the last one was refused; it opened an older mail at the same time
                        activity.keep(MailDeed.OPENED, List.of(new Seen(contacts.getLast(), Instant.now())));
                        var other = CompletableFuture.runAsync(
                                () -> WorkspaceScope.run(
                                        workspace.id(),
                                        () -> transaction.executeWithoutResult(_ -> aftermath.of(job, batch))),
                                threads);
                        await().until(this::somebodyWaits);
                        tally.add(List.of(new Count(
                                Figure.OPENED, new EmailAddress("reader-3@reader3.example.com"), Instant.now())));
                        return other;
                    }));
            closing.join();
        }

        assertThat(jdbc.sql("select accepted || ' ' || hard || ' ' || opened from mail_days"
                                + " where workspace_id = ? and domain = ''")
                        .param(workspace.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("2 1 1");
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private List<ContactId> contacts(TestWorkspace workspace) {
        return jdbc
                .sql("select id from contacts where workspace_id = ? order by id")
                .param(workspace.id().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ContactId::new)
                .toList();
    }

    private UUID closedBatch(BroadcastJob job, List<ContactId> contacts) {
        var batch = Ids.next();
        for (var contact : contacts) {
            boolean refused = contact.equals(contacts.getLast());
            jdbc.sql("""
                insert into broadcast_messages (id, workspace_id, broadcast_id, batch_id, contact_id, state, at, refusal)
                values (:id, :workspace, :broadcast, :batch, :contact, :state, now(), :refusal)\
                """)
                    .param("id", Ids.next())
                    .param("workspace", job.workspace().value())
                    .param("broadcast", job.id())
                    .param("batch", batch)
                    .param("contact", contact.value())
                    .param("state", refused ? "FAILED" : "SENT")
                    .param("refusal", refused ? "550 5.1.1 no such user" : null)
                    .update();
        }
        return batch;
    }
}
