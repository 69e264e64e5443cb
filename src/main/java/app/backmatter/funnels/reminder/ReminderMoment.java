package app.backmatter.funnels.reminder;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.PayCheckout;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.mail.Sequences;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * When a reminder may leave: not in quiet hours, not within a day after a sequence offered the same, and not while nobody
 * knows what became of a payment.
 */
@Component
class ReminderMoment {
    /** Until the next look at a payment that was not settled. */
    private static final Duration UNSETTLED = Duration.ofMinutes(15);

    private final KeepReminders reminders;
    private final Sequences sequences;
    private final Workspaces workspaces;
    private final PayCheckout payCheckout;

    ReminderMoment(KeepReminders reminders, Sequences sequences, Workspaces workspaces, PayCheckout payCheckout) {
        this.reminders = reminders;
        this.sequences = sequences;
        this.workspaces = workspaces;
        this.payCheckout = payCheckout;
    }

    /** Now, or the first moment after that. */
    Instant earliest(Reader reader, CheckoutOffer offer, Instant now) {
        var quiet = reminders.of(reader.passage().funnel()).quietHours();
        var zone = workspaces.get(WorkspaceScope.current()).timeZone();
        var from = payCheckout.isUnsettled(reader, offer) ? now.plus(UNSETTLED) : now;
        return quiet.over(afterPitch(reader, offer, from), zone);
    }

    private Instant afterPitch(Reader reader, CheckoutOffer offer, Instant from) {
        var contact = reader.passage().contact();
        if (contact == null || offer.product() == null) {
            return from;
        }
        return sequences
                .lastPitch(contact, offer.product().value())
                .map(pitched -> pitched.plus(Sequences.APART))
                .filter(from::isBefore)
                .orElse(from);
    }
}
