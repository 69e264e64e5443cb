package app.backmatter.mail.domain;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.SegmentId;
import app.backmatter.database.WorkspaceOwned;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.broadcast.LocalStart;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.MailContent;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail to many: what its author writes, and whether it leaves. Once it has started what it says never changes; how
 * far it has come is kept by the sending side.
 */
@Entity
@Table(name = "broadcasts")
final class Broadcast extends WorkspaceOwned<Broadcast> {
    @EmbeddedId
    private BroadcastId id;

    @Version
    private @Nullable Integer version;

    private String subject;
    private String preheader;

    @Convert(converter = ContentColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private MailContent content;

    private @Nullable UUID segmentId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> exceptIds = List.of();

    @Enumerated(EnumType.STRING)
    private BroadcastState state = BroadcastState.DRAFT;

    private @Nullable Instant startsAt;
    private @Nullable LocalDateTime localStart;
    private @Nullable String zone;
    private Instant createdAt;
    private Instant changedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Long addressed;
    private @Nullable String stoppedBy;

    @Convert(converter = LaidOutColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LaidOut laidOut;

    @Embedded
    private Trial trial = new Trial();

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Broadcast() {}

    @SuppressWarnings("NullAway.Init") // write fills the rest
    Broadcast(BroadcastDraft draft, Instant at) {
        this.id = BroadcastId.next();
        this.createdAt = at;
        write(draft, at);
    }

    /** @throws NoDraft once it is on its way */
    final void write(BroadcastDraft draft, Instant at) {
        requireDraft();
        subject = draft.subject();
        preheader = draft.preheader();
        content = draft.content();
        var segment = draft.addressed().segment();
        segmentId = segment == null ? null : segment.value();
        exceptIds = draft.addressed().except().stream()
                .map(SegmentId::value)
                .sorted()
                .toList();
        trial.write(draft.test());
        changedAt = at;
    }

    /** @throws NoDraft once it is on its way */
    void requireDraft() {
        if (state != BroadcastState.DRAFT) {
            throw new NoDraft();
        }
    }

    /**
     * It leaves by itself at that moment, and can't be changed until then.
     *
     * @throws NoDraft once it is on its way
     */
    void schedule(Instant at) {
        requireDraft();
        localStart = null;
        zone = null;
        startsAt = at;
        stoppedBy = null;
        state = BroadcastState.SCHEDULED;
    }

    /**
     * The same by its readers' clocks.
     *
     * @param first when the first of them get it
     */
    void schedule(LocalStart hour, Instant first) {
        schedule(first);
        localStart = hour.at();
        zone = hour.otherwise().getId();
    }

    /** It is a draft again. One that waits for no moment stays as it is, as when it has just started. */
    void unschedule() {
        if (state == BroadcastState.SCHEDULED) {
            startsAt = null;
            localStart = null;
            zone = null;
            state = BroadcastState.DRAFT;
        }
    }

    /** Its moment has come, and it could not leave. */
    void miss(SendBroadcast.Obstacle obstacle) {
        unschedule();
        stoppedBy = obstacle.name();
    }

    boolean isDue(Instant now) {
        return state == BroadcastState.SCHEDULED && startsAt != null && !startsAt.isAfter(now);
    }

    /**
     * @param mail what all its readers get
     * @param other the same under its second subject, if that is tried
     * @param readers how many they are now
     * @throws NoDraft when it has started already
     */
    void start(LaidOut mail, @Nullable LaidOut other, long readers, Instant at) {
        if (!isDue(at)) {
            requireDraft();
        }
        laidOut = mail;
        trial.begin(other);
        stoppedBy = null;
        addressed = readers;
        startedAt = at;
        state = BroadcastState.SENDING;
    }

    /** Nothing more leaves until it is resumed. One that does not leave stays as it is, as when it has just ended. */
    void pause() {
        if (state == BroadcastState.SENDING) {
            state = BroadcastState.PAUSED;
        }
    }

    void resume() {
        if (state == BroadcastState.PAUSED) {
            state = BroadcastState.SENDING;
            stoppedBy = null;
        }
    }

    /** Whoever has it has it; nobody else gets it. */
    void cancel(Instant at) {
        if (state == BroadcastState.SENDING || state == BroadcastState.PAUSED) {
            state = BroadcastState.CANCELLED;
            endedAt = at;
        }
    }

    /** Whether the subjects were tried long enough. While it is paused nothing is decided by itself. */
    boolean mayDecide(Instant now) {
        return state == BroadcastState.SENDING && trial.isDue(now);
    }

    /** Whether its author may say which of its subjects the rest gets. */
    boolean mayChoose() {
        return (state == BroadcastState.SENDING || state == BroadcastState.PAUSED) && trial.isOpen();
    }

    /** The others get that subject. */
    void win(Verdict verdict, Instant at) {
        trial.win(verdict, at);
    }

    BroadcastId id() {
        return id;
    }

    BroadcastDraft draft() {
        var except = exceptIds.stream().map(SegmentId::new).collect(Collectors.toUnmodifiableSet());
        var addressed = new Addressed(segmentId == null ? null : new SegmentId(segmentId), except);
        return new BroadcastDraft(subject, preheader, content, addressed, trial.test());
    }

    /** What its readers get, or got; absent until it starts. */
    @Nullable
    LaidOut laidOut() {
        return laidOut;
    }

    BroadcastDetails details() {
        return new BroadcastDetails(
                id,
                Objects.requireNonNullElse(version, 0),
                state,
                draft(),
                startsAt,
                changedAt,
                startedAt,
                endedAt,
                stoppedBy,
                trial.details(),
                localStart == null || zone == null ? null : new LocalStart(localStart, ZoneId.of(zone)));
    }
}
