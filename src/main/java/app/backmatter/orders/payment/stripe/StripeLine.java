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
    private @Nullable StripeApi patient;
    private @Nullable StripeApi hasty;

    StripeLine(StripeBooks books, StripeSettings settings, StripeHosts hosts, Clock clock) {
        this.books = books;
        this.settings = settings;
        this.hosts = hosts;
        this.clock = clock;
    }

    StripeTalk to(StripeAccount account) {
        return new StripeTalk(patient(), books, account, clock.instant());
    }

    KeyCheck check(StripeAccount account) {
        return new KeyCheck(patient(), account);
    }

    StripeTaxes taxes(StripeAccount account) {
        return new StripeTaxes(hasty(), account);
    }

    private synchronized StripeApi patient() {
        if (patient == null) {
            patient = StripeApi.patient(hosts, settings);
        }
        return patient;
    }

    private synchronized StripeApi hasty() {
        if (hasty == null) {
            hasty = StripeApi.hasty(hosts, settings);
        }
        return hasty;
    }
}
