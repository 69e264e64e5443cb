package app.backmatter.funnels.reminder;

import app.backmatter.accounts.Workspaces;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.mail.Sequences;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a reminder may leave: not in quiet hours, and not within a day after a sequence offered the same. */
@Component
class ReminderMoment {
    private final KeepReminders reminders;
    private final Sequences sequences;
    private final Workspaces workspaces;

    ReminderMoment(KeepReminders reminders, Sequences sequences, Workspaces workspaces) {
        this.reminders = reminders;
        this.sequences = sequences;
        this.workspaces = workspaces;
    }

    /** Now, or the first moment after that. */
    Instant earliest(Reader reader, ProductId product, Instant now) {
        var quiet = reminders.of(reader.passage().funnel()).quietHours();
        var zone = workspaces.get(WorkspaceScope.current()).timeZone();
        return quiet.over(afterPitch(reader, product, now), zone);
    }

    private Instant afterPitch(Reader reader, ProductId product, Instant now) {
        return Optional.ofNullable(reader.passage().contact())
                .flatMap(contact -> sequences.lastPitch(contact, product.value()))
                .map(pitched -> pitched.plus(Sequences.APART))
                .filter(now::isBefore)
                .orElse(now);
    }
}
