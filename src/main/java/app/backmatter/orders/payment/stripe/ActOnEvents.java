package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.SideBySide;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Acts on the events that are due, again and again for three days, as Stripe itself does when nobody listens. */
@Component
class ActOnEvents {
    private static final Logger log = LoggerFactory.getLogger(ActOnEvents.class);
    private static final int MOST = 200;
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(40);

    private final KeptEvents events;
    private final ActOnEvent actOnEvent;
    private final Clock clock;

    ActOnEvents(KeptEvents events, ActOnEvent actOnEvent, Clock clock) {
        this.events = events;
        this.actOnEvent = actOnEvent;
        this.clock = clock;
    }

    void actOnDue() {
        SideBySide.each(events.due(clock.instant(), MOST), this::act);
    }

    void forgetOld() {
        events.forget(clock.instant().minus(KEPT));
    }

    private void act(KeptEvent event) {
        var now = clock.instant();
        if (isDone(event)) {
            events.close(event, true, now);
        } else if (now.isAfter(event.receivedAt().plus(PATIENCE))) {
            log.warn("Event {} of Stripe's names a payment that is not known", event.id());
            events.close(event, false, now);
        } else {
            events.postpone(event, later(event, now));
        }
    }

    /** One that can't be acted on does not keep the others from it. */
    private boolean isDone(KeptEvent event) {
        try {
            return actOnEvent.act(event);
        } catch (RuntimeException e) {
            log.error("Event {} of Stripe's is not acted on", event.id(), e);
            return false;
        }
    }

    private static Instant later(KeptEvent event, Instant now) {
        var pause = Duration.ofSeconds(5L << Math.min(event.tries(), 10));
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
