package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelPart;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a funnel. Its id stays the same through all revisions, so that reports can follow it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OptIn.class, name = "opt-in"),
    @JsonSubTypes.Type(value = Tripwire.class, name = "tripwire"),
    @JsonSubTypes.Type(value = Upsell.class, name = "upsell"),
    @JsonSubTypes.Type(value = DownSell.class, name = "down-sell"),
    @JsonSubTypes.Type(value = CrossSell.class, name = "cross-sell"),
    @JsonSubTypes.Type(value = RePitch.class, name = "re-pitch")
})
public sealed interface Step permits OptIn, Offer {
    UUID id();

    PageText page();

    /** The step after a yes; absent for the receipt. */
    @Nullable
    UUID onYes();

    /** The step after a no; absent for the receipt, or out of the funnel for who bought nothing. */
    @Nullable
    UUID onNo();

    default FunnelPart part() {
        return switch (this) {
            case OptIn _ -> FunnelPart.OPT_IN;
            case Tripwire _ -> FunnelPart.TRIPWIRE;
            case Upsell _ -> FunnelPart.UPSELL;
            case DownSell _ -> FunnelPart.DOWN_SELL;
            case CrossSell _ -> FunnelPart.CROSS_SELL;
            case RePitch _ -> FunnelPart.RE_PITCH;
        };
    }
}
