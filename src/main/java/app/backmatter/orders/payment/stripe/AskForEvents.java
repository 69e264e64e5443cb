package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.SideBySide;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks Stripe what happened since it was asked last, for calls that never came. */
@Component
class AskForEvents {
    private static final Logger log = LoggerFactory.getLogger(AskForEvents.class);

    /** Stripe lists an event a little later than it happened. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final Duration FIRST_TIME = Duration.ofDays(1);

    private final StripeAccounts accounts;
    private final StripeLine line;
    private final KeptEvents events;
    private final Clock clock;

    AskForEvents(StripeAccounts accounts, StripeLine line, KeptEvents events, Clock clock) {
        this.accounts = accounts;
        this.line = line;
        this.events = events;
        this.clock = clock;
    }

    /** Of all workspaces and the installation. An account that Stripe does not answer for does not hold up the others. */
    void askForAll() {
        SideBySide.each(accounts.names(), this::ask);
    }

    private void ask(String name) {
        var now = clock.instant();
        var since = events.toldUntil(name).orElse(now.minus(FIRST_TIME)).minus(OVERLAP);
        try {
            line.to(accounts.named(name).orElseThrow())
                    .eventsSince(since)
                    .forEach(body -> EventBody.of(body).ifPresent(event -> events.keep(name, event, body, now)));
            events.told(name, now);
        } catch (GatewayTimeout e) {
            log.debug("Stripe does not tell what happened to account {}", name, e);
        }
    }
}
