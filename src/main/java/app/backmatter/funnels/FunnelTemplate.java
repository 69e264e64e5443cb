package app.backmatter.funnels;

import java.util.Locale;

/** The two shapes that a funnel can begin with. */
public enum FunnelTemplate {
    /** A gift for an e-mail address, then the small offer. */
    FREE_GIFT,
    /** The small offer at once; the address comes with the order. */
    TRIPWIRE_FIRST;

    /** As it stands in message keys: free-gift, tripwire-first. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
