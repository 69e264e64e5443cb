package app.backmatter.mail.domain;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.broadcast.BroadcastSender;
import app.backmatter.mail.broadcast.RestOfReaders;
import app.backmatter.mail.broadcast.SubjectFigures;
import app.backmatter.pages.NotFound;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the test of a broadcast's subjects, in the workspace in scope: one of them goes to the rest of the readers. */
@Service
@Transactional
public class ChooseSubject {
    private final Broadcasts broadcasts;
    private final SubjectFigures figures;
    private final RestOfReaders rest;
    private final BroadcastSender sender;
    private final Clock clock;

    ChooseSubject(
            Broadcasts broadcasts, SubjectFigures figures, RestOfReaders rest, BroadcastSender sender, Clock clock) {
        this.broadcasts = broadcasts;
        this.figures = figures;
        this.rest = rest;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Its author need not wait for the rule, nor for the whole sample. One that was decided meanwhile, or is over, stays as
     * it is.
     *
     * @param subject 0 is the first
     */
    public void choose(BroadcastId id, int subject) {
        var broadcast = find(id);
        if (broadcast.mayChoose()) {
            end(broadcast, new Verdict(subject == 1 ? 1 : 0, WonBy.AUTHOR));
        }
    }

    /** Decides one whose moment has come by its rule; another stays as it is. */
    void decideDue(BroadcastId id) {
        var broadcast = find(id);
        if (broadcast.mayDecide(clock.instant())) {
            var results = figures.of(id);
            end(broadcast, Verdict.of(broadcast.draft().test().rule(), results.getFirst(), results.getLast()));
        }
    }

    private void end(Broadcast broadcast, Verdict verdict) {
        broadcast.win(verdict, clock.instant());
        broadcasts.flush();
        rest.begin(broadcast.id());
        sender.nudgeAfterCommit();
    }

    private Broadcast find(BroadcastId id) {
        return broadcasts.lock(id).orElseThrow(NotFound::new);
    }
}
