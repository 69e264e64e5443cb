package app.backmatter.mail.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.ContactId;
import app.backmatter.mail.tracking.Track.Kind;
import app.backmatter.shared.Ids;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.MovableClock;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class TrackBatchesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    TrackBatches batches;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    TestWorkspace workspace;
    UUID message;

    @BeforeEach
    void writeToOneReader() {
        workspace = accounts.workspace();
        message = messageOf(workspace);
    }

    @Test
    void aBatchWhoseCommitWentUnheardCountsOnce() {
        var batch = List.of(open(message), open(message), click(message, link(workspace)));

        batches.write(batch);
        awaitAll();
        batches.write(batch);
        awaitAll();

        assertThat(count("mail_opens")).isEqualTo(2);
        assertThat(count("mail_clicks")).isEqualTo(1);
        assertThat(jdbc.sql("select opened from mail_days where workspace_id = ? and domain = ''")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotThereAndWhatIsOthersTakesNothingElseAlong() {
        var other = accounts.workspace();
        var theirs = messageOf(other);

        batches.write(List.of(
                open(UUID.randomUUID()),
                click(message, UUID.randomUUID()),
                click(message, link(other)),
                click(theirs, link(workspace)),
                click(message, link(workspace))));
        awaitAll();

        assertThat(count("mail_opens")).isZero();
        assertThat(count("mail_clicks")).isEqualTo(1);
        assertThat(jdbc.sql("select clicked_at is not null from contacts where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** It had written the row, and died before it could wake the job. */
    @Test
    void whatADeadNodeLeftIsWorkedOut() {
        leave(Ids.next(), "OPEN");

        await().until(() -> count("mail_opens") == 1);
    }

    /** As what a newer node wrote, which this one does not know. */
    @Test
    void whatCannotBeReadHoldsUpNothingAndIsKept() {
        var unreadable = new UUID(0, 1);
        leave(unreadable, "READ_ALOUD");
        try {
            batches.write(List.of(click(message, link(workspace))));
            await().until(() -> count("mail_clicks") == 1);

            assertThat(tries(unreadable)).isPositive();
            clock.advance(Duration.ofSeconds(11));
            await().until(() -> tries(unreadable) > 1);

            jdbc.sql("update track_batches set tracks = replace(tracks::text, 'READ_ALOUD', 'OPEN')::json where id = ?")
                    .param(unreadable)
                    .update();
            clock.advance(Duration.ofMinutes(10));
            await().until(() -> count("mail_opens") == 1);
            awaitAll();
        } finally {
            jdbc.sql("delete from track_batches where id = ?").param(unreadable).update();
            clock.reset();
        }
    }

    private void leave(UUID id, String kind) {
        jdbc.sql("insert into track_batches (id, tracks) values (?, cast(? as json))")
                .param(id)
                .param("""
                    [{"id": "%s", "kind": "%s", "message": "%s", "link": null, "through": "PROXY",
                      "at": "2026-11-23T10:00:00.123456Z"}]\
                    """.formatted(id, kind, message))
                .update();
    }

    private int tries(UUID batch) {
        return jdbc.sql("select tries from track_batches where id = ?")
                .param(batch)
                .query(Integer.class)
                .single();
    }

    private UUID messageOf(TestWorkspace author) {
        broadcasts.subscribers(author, 1);
        var reader = jdbc.sql("select id from contacts where workspace_id = ?")
                .param(author.id().value())
                .query(UUID.class)
                .single();
        return broadcasts.sent(author, new ContactId(reader));
    }

    private UUID link(TestWorkspace author) {
        return jdbc.sql("select id from mail_links where workspace_id = ?")
                .param(author.id().value())
                .query(UUID.class)
                .single();
    }

    private static Track open(UUID message) {
        return track(Kind.OPEN, message, null);
    }

    private static Track click(UUID message, UUID link) {
        return track(Kind.CLICK, message, link);
    }

    private static Track track(Kind kind, UUID message, @Nullable UUID link) {
        return new Track(Ids.next(), kind, message, link, Through.PERSON, Instant.now());
    }

    private void awaitAll() {
        await().until(() -> jdbc.sql("select count(*) from track_batches")
                .query(Long.class)
                .single()
                .equals(0L));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }
}
