package app.backmatter.funnels.reminder;

import app.backmatter.database.BatchWriter;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.shared.Money;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notes who is at a checkout, off the request. Nobody is kept from paying by it. */
@Component
public class WatchCheckouts {
    private static final Logger log = LoggerFactory.getLogger(WatchCheckouts.class);

    private final BatchWriter<Sight> writer;
    private final Clock clock;

    WatchCheckouts(BatchWriter<Sight> checkoutSightWriter, Clock clock) {
        this.writer = checkoutSightWriter;
        this.clock = clock;
    }

    /** @param reminded whether a reminder's link led there */
    public void opened(Reader reader, CheckoutOffer offer, boolean reminded) {
        seen(reader, offer, null, reminded);
    }

    /**
     * @param coupon a code as typed; empty for none
     * @param given for an offer whose price is the reader's to choose; absent for others, and while it is none
     */
    public void chosen(Reader reader, CheckoutOffer offer, boolean bump, String coupon, @Nullable Money given) {
        seen(reader, offer, new Sight.Chosen(bump, coupon, given), false);
    }

    private void seen(Reader reader, CheckoutOffer offer, Sight.@Nullable Chosen chosen, boolean reminded) {
        var passage = reader.passage();
        try {
            writer.add(new Sight(
                    passage.workspace(),
                    passage.funnel(),
                    passage.id(),
                    offer.id(),
                    clock.instant(),
                    chosen,
                    reminded));
        } catch (RuntimeException e) {
            log.error("A reader at a checkout of funnel {} is not noted: {}", passage.funnel(), e.toString());
        }
    }
}
