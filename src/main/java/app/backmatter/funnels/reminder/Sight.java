package app.backmatter.funnels.reminder;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.PassageId;
import app.backmatter.shared.Money;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reader was at a checkout.
 *
 * @param chosen what the reader had chosen there; absent for who only looked
 * @param reminded whether a reminder's link led there
 */
record Sight(
        WorkspaceId workspace,
        FunnelId funnel,
        PassageId passage,
        UUID step,
        Instant at,
        @Nullable Chosen chosen,
        boolean reminded) {
    /**
     * @param coupon a code as typed; empty for none
     * @param given for an offer whose price is the reader's to choose; absent for others, and while it was none
     */
    record Chosen(boolean bump, String coupon, @Nullable Money given) {
        static final Chosen NOTHING = new Chosen(false, "", null);
    }

    record Place(PassageId passage, UUID step) {}

    Place place() {
        return new Place(passage, step);
    }

    /** Both of them in one, this being the earlier. */
    Sight and(Sight later) {
        return new Sight(
                workspace,
                funnel,
                passage,
                step,
                later.at,
                later.chosen == null ? chosen : later.chosen,
                reminded || later.reminded);
    }
}
