package app.backmatter.mail.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.Recipients;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.broadcast.BroadcastSender;
import app.backmatter.mail.broadcast.KeepLinks;
import app.backmatter.mail.broadcast.LocalStart;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.LayOutMail;
import app.backmatter.pages.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a broadcast of the workspace in scope leave, holds it up, and ends it. */
@Service
@Transactional
public class SendBroadcast {
    private final Broadcasts broadcasts;
    private final CheckBroadcast check;
    private final LayOutMail layout;
    private final Recipients recipients;
    private final Workspaces workspaces;
    private final KeepLinks links;
    private final BroadcastSender sender;
    private final Clock clock;

    SendBroadcast(
            Broadcasts broadcasts,
            CheckBroadcast check,
            LayOutMail layout,
            Recipients recipients,
            Workspaces workspaces,
            KeepLinks links,
            BroadcastSender sender,
            Clock clock) {
        this.broadcasts = broadcasts;
        this.check = check;
        this.layout = layout;
        this.recipients = recipients;
        this.workspaces = workspaces;
        this.links = links;
        this.sender = sender;
        this.clock = clock;
    }

    /** Why a draft can't leave as it stands. */
    public enum Obstacle {
        /** Something in it is missing or wrong. */
        UNFINISHED,
        NOBODY,
        NO_POSTAL_ADDRESS,
        /** Two subjects are compared at one moment, not around the clock. */
        TEST_BY_CLOCKS
    }

    /** It can't leave, and was not changed. */
    public static final class NotReady extends RuntimeException {
        private final Obstacle obstacle;

        NotReady(Obstacle obstacle) {
            super("Not ready: " + obstacle);
            this.obstacle = obstacle;
        }

        public Obstacle obstacle() {
            return obstacle;
        }
    }

    /**
     * From now on it says what it says now, to whom it fits as the sending comes by them.
     *
     * @throws NotReady when something is in its way
     * @throws NoDraft when it has started already
     */
    public void start(BroadcastId id) {
        var broadcast = find(id);
        broadcast.requireDraft();
        start(broadcast);
    }

    /**
     * It starts by itself then, and says and goes to what it says and whom it fits then. Later than now, or it starts at once.
     *
     * @throws NotReady when something is in its way already now
     * @throws NoDraft when it has started already
     */
    public void schedule(BroadcastId id, Instant at) {
        var broadcast = find(id);
        broadcast.requireDraft();
        var draft = broadcast.draft();
        requireReady(draft, recipients.count(draft.addressed()));
        broadcast.schedule(at);
    }

    /** That hour is past where some readers live. */
    public static final class LateForSome extends RuntimeException {
        private final long readers;
        private final boolean everybody;

        LateForSome(long readers, boolean everybody) {
            super("Late for " + readers);
            this.readers = readers;
            this.everybody = everybody;
        }

        public long readers() {
            return readers;
        }

        /** Then it can't be scheduled so at all. */
        public boolean isEverybody() {
            return everybody;
        }
    }

    /**
     * It leaves at that hour where each reader lives, the first of whom begin it: from then on it says what it says then, to
     * whom it fits then.
     *
     * @param evenLate whether those whose hour is past may get it at once
     * @throws LateForSome when they may not, and there are some; or when it is past for all
     * @throws NotReady when something is in its way already now
     * @throws NoDraft when it has started already
     */
    public void schedule(BroadcastId id, LocalStart hour, boolean evenLate) {
        var broadcast = find(id);
        broadcast.requireDraft();
        var draft = broadcast.draft();
        var zones = recipients.zones(draft.addressed(), hour.otherwise());
        requireReady(draft, zones.size());
        if (draft.test().isOn()) {
            throw new NotReady(Obstacle.TEST_BY_CLOCKS);
        }
        var now = clock.instant();
        long late = zones.entrySet().stream()
                .filter(zone -> !hour.in(zone.getKey()).isAfter(now))
                .mapToLong(Map.Entry::getValue)
                .sum();
        boolean everybody =
                late == zones.values().stream().mapToLong(each -> each).sum();
        if (everybody || (late > 0 && !evenLate)) {
            throw new LateForSome(late, everybody);
        }
        var first = zones.keySet().stream()
                .map(hour::in)
                .min(Comparator.naturalOrder())
                .orElse(now);
        broadcast.schedule(hour, first.isBefore(now) ? now : first);
    }

    /** It is a draft again, if it has not started meanwhile. */
    public void unschedule(BroadcastId id) {
        find(id).unschedule();
    }

    /** Starts one whose moment has come; one that has started or is a draft again stays as it is. */
    void startDue(BroadcastId id) {
        var broadcast = find(id);
        if (!broadcast.isDue(clock.instant())) {
            return;
        }
        try {
            start(broadcast);
        } catch (NotReady e) {
            broadcast.miss(e.obstacle());
        }
    }

    private void start(Broadcast broadcast) {
        var draft = broadcast.draft();
        long readers = recipients.count(draft.addressed());
        requireReady(draft, readers);
        var mail = layOut(draft);
        broadcast.start(mail, draft.test().isOn() ? layOut(draft.other()) : null, readers, clock.instant());
        broadcasts.flush();
        links.keep(broadcast.id(), mail.links());
        sender.nudgeAfterCommit();
    }

    private LaidOut layOut(BroadcastDraft draft) {
        return layout.layOut(draft.subject(), draft.preheader(), draft.content());
    }

    private void requireReady(BroadcastDraft draft, long readers) {
        if (!check.problems(draft).isEmpty()) {
            throw new NotReady(Obstacle.UNFINISHED);
        }
        if (workspaces.get(WorkspaceScope.current()).postalAddress().isBlank()) {
            throw new NotReady(Obstacle.NO_POSTAL_ADDRESS);
        }
        if (readers == 0) {
            throw new NotReady(Obstacle.NOBODY);
        }
    }

    public void pause(BroadcastId id) {
        change(id, Broadcast::pause);
    }

    public void resume(BroadcastId id) {
        change(id, Broadcast::resume);
    }

    public void cancel(BroadcastId id) {
        change(id, broadcast -> broadcast.cancel(clock.instant()));
    }

    private void change(BroadcastId id, Consumer<Broadcast> change) {
        change.accept(find(id));
        broadcasts.flush();
        sender.nudgeAfterCommit();
    }

    private Broadcast find(BroadcastId id) {
        return broadcasts.lock(id).orElseThrow(NotFound::new);
    }
}
