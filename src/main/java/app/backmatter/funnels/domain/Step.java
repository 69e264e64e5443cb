package app.backmatter.funnels.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

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
}
