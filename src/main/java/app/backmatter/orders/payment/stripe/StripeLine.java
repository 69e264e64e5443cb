package app.backmatter.orders.payment.stripe;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The line to Stripe: opened, and its library loaded, when it is first needed. */
@Component
class StripeLine {
    private final StripeBooks books;
    private final StripeSettings settings;
    private final StripeHosts hosts;
    private final Clock clock;
    private @Nullable StripeApi stripe;

    StripeLine(StripeBooks books, StripeSettings settings, StripeHosts hosts, Clock clock) {
        this.books = books;
        this.settings = settings;
        this.hosts = hosts;
        this.clock = clock;
    }

    StripeTalk to(StripeAccount account) {
        return new StripeTalk(opened(), books, account, clock.instant());
    }

    KeyCheck check(StripeAccount account) {
        return new KeyCheck(opened(), account);
    }

    private synchronized StripeApi opened() {
        if (stripe == null) {
            stripe = new StripeApi(hosts, settings.timeout());
        }
        return stripe;
    }
}
