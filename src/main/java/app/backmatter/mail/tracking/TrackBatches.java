package app.backmatter.mail.tracking;

import static java.util.stream.Collectors.groupingBy;

import app.backmatter.database.AcceptableWrite;
import app.backmatter.database.WakeJob;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Track>> TRACKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final KeepTracks keepTracks;
    private final KeepStepTracks keepStepTracks;
    private final WakeJob wakeJob;

    TrackBatches(JdbcClient jdbc, KeepTracks keepTracks, KeepStepTracks keepStepTracks, WakeJob wakeJob) {
        this.jdbc = jdbc;
        this.keepTracks = keepTracks;
        this.keepStepTracks = keepStepTracks;
        this.wakeJob = wakeJob;
    }

    private record Batch(UUID id, List<Track> tracks) {}

    /** Named by its first, so that a batch whose commit went unheard is not written a second time. */
    void write(List<Track> tracks) {
        jdbc.sql("insert into track_batches (id, tracks) values (?, cast(? as json)) on conflict do nothing")
                .param(tracks.getFirst().id())
                .param(JSON.writeValueAsString(tracks))
                .update();
        wakeJob.now(JOB);
    }

    /**
     * Works out what the oldest batch means; what comes a second time changes nothing. One node at a time.
     *
     * @return whether there was one
     */
    boolean keepNext() {
        var next = next();
        next.ifPresent(batch -> {
            var kinds = batch.tracks().stream().collect(groupingBy(Track::kind));
            kinds.forEach((kind, tracks) ->
                    new AcceptableWrite<Track>("mail-tracks", each -> keep(kind, each)).accept(tracks));
            jdbc.sql("delete from track_batches where id = ?").param(batch.id()).update();
        });
        return next.isPresent();
    }

    private Optional<Batch> next() {
        return jdbc.sql("select id, tracks from track_batches order by id limit 1")
                .query((row, _) ->
                        new Batch(row.getObject("id", UUID.class), JSON.readValue(row.getString("tracks"), TRACKS)))
                .optional();
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
