package app.backmatter.funnels.reminder;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.Outbox;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the reminders that are due into the outbox, or off while they must wait. A checkout is locked by one node and moves on by one reminder, and a
 * letter's key names checkout and reminder, so that each leaves once.
 */
@Component
class RemindOfCheckouts {
    private static final Logger log = LoggerFactory.getLogger(RemindOfCheckouts.class);
    private static final int ROUND = 200;

    private final LeftCheckouts leftCheckouts;
    private final ReminderLetters letters;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RemindOfCheckouts(
            LeftCheckouts leftCheckouts,
            ReminderLetters letters,
            Outbox outbox,
            TransactionTemplate transactions,
            Clock clock) {
        this.leftCheckouts = leftCheckouts;
        this.letters = letters;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    void remind() {
        for (var workspace : leftCheckouts.withDue(clock.instant())) {
            remind(workspace);
        }
    }

    /** One where that fails does not keep the others from it. */
    private void remind(WorkspaceId workspace) {
        try {
            WorkspaceScope.run(workspace, () -> {
                while (Boolean.TRUE.equals(transactions.execute(status -> remindRound()))) {
                    // each round is a transaction of its own
                }
            });
        } catch (RuntimeException e) {
            log.error("Nobody is reminded in workspace {}", workspace, e);
        }
    }

    /** @return whether there may be more */
    private boolean remindRound() {
        var now = clock.instant();
        var due = leftCheckouts.lockDue(now, ROUND);
        outbox.queue(due.stream().flatMap(each -> remind(each, now).stream()).toList());
        return due.size() == ROUND;
    }

    private Optional<Letter> remind(LeftCheckouts.Due due, Instant now) {
        var letter = due.state() == LeftCheckouts.State.OPEN ? letters.to(due) : Optional.<Letter>empty();
        var moment = letter.isPresent() ? letters.earliest(due, now) : now;
        if (moment.isAfter(now)) {
            leftCheckouts.postpone(due, moment);
            return Optional.empty();
        }
        leftCheckouts.advance(due, now);
        return letter;
    }
}
