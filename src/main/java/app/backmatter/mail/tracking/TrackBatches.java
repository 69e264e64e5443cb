package app.backmatter.mail.tracking;

import static java.util.stream.Collectors.groupingBy;

import app.backmatter.database.AcceptableWrite;
import app.backmatter.database.WakeJob;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens and clicks on their way into the author's figures. A crowd's are written down as they come, a whole batch in one
 * row, so that a reader never waits and none is lost; what they mean for messages, contacts, tags and figures is worked
 * out behind them.
 */
@Component
class TrackBatches {
    static final String JOB = "keep-mail-tracks";

    private static final Logger log = LoggerFactory.getLogger(TrackBatches.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Track>> TRACKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final KeepTracks keepTracks;
    private final KeepStepTracks keepStepTracks;
    private final WakeJob wakeJob;
    private final Clock clock;

    TrackBatches(JdbcClient jdbc, KeepTracks keepTracks, KeepStepTracks keepStepTracks, WakeJob wakeJob, Clock clock) {
        this.jdbc = jdbc;
        this.keepTracks = keepTracks;
        this.keepStepTracks = keepStepTracks;
        this.wakeJob = wakeJob;
        this.clock = clock;
    }

    /** @param dueAt when it is tried again, should it fail */
    private record Batch(UUID id, String tracks, int tries, Instant dueAt) {}

    /** Named by its first, so that a batch whose commit went unheard is not written a second time. */
    void write(List<Track> tracks) {
        jdbc.sql("insert into track_batches (id, tracks) values (?, cast(? as json)) on conflict do nothing")
                .param(tracks.getFirst().id())
                .param(JSON.writeValueAsString(tracks))
                .update();
        wakeJob.now(JOB);
    }

    /**
     * Works out what the oldest batch means that is due; what comes a second time changes nothing. One that fails stays, waits
     * longer each time, and holds up no other.
     *
     * @return whether there was one
     */
    boolean keepNext() {
        var next = next();
        next.ifPresent(batch -> {
            try {
                keep(JSON.readValue(batch.tracks(), TRACKS));
                jdbc.sql("delete from track_batches where id = ?")
                        .param(batch.id())
                        .update();
            } catch (RuntimeException e) {
                log.error(
                        "Batch {} of opens and clicks failed at try {}, is kept, and tried again at {}",
                        batch.id(),
                        batch.tries(),
                        batch.dueAt(),
                        e);
            }
        });
        return next.isPresent();
    }

    /** Set aside before it is tried, so that it holds up no other even when it takes its node down. */
    private Optional<Batch> next() {
        return jdbc.sql("""
            update track_batches
            set tries = tries + 1, due_at = :now + least(interval '10 seconds' * 2 ^ least(tries, 9), interval '10 minutes')
            where id = (select id from track_batches where due_at <= :now order by id limit 1 for update skip locked)
            returning id, tracks, tries, due_at\
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Batch(
                        row.getObject("id", UUID.class),
                        row.getString("tracks"),
                        row.getInt("tries"),
                        row.getTimestamp("due_at").toInstant()))
                .optional();
    }

    private void keep(List<Track> tracks) {
        tracks.stream()
                .collect(groupingBy(Track::kind))
                .forEach((kind, alike) ->
                        new AcceptableWrite<Track>("mail-tracks", each -> keep(kind, each)).accept(alike));
    }

    private void keep(Track.Kind kind, List<Track> tracks) {
        switch (kind) {
            case OPEN -> keepTracks.opens(tracks);
            case CLICK -> keepTracks.clicks(tracks);
            case STEP_OPEN -> keepStepTracks.opens(tracks);
            case STEP_CLICK -> keepStepTracks.clicks(tracks);
        }
    }
}
