package app.backmatter.funnels;

import java.util.Locale;

/** What a funnel can be made of: its kinds of pages, and the tick box on the checkout. */
public enum FunnelPart {
    OPT_IN,
    TRIPWIRE,
    ORDER_BUMP,
    UPSELL,
    DOWN_SELL,
    CROSS_SELL,
    RE_PITCH;

    /** As it stands in message keys and addresses: opt-in, tripwire, … */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
