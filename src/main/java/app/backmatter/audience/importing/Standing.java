package app.backmatter.audience.importing;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a row says of a person, from the weakest word to the strongest: of two words the later one counts. */
public enum Standing {
    SUBSCRIBED,
    /** Nothing that we understand: kept, but not mailed. */
    HELD,
    /** Bought, or was written down, but never asked for letters. */
    NEVER_ASKED,
    LEFT,
    BOUNCED,
    COMPLAINED;

    private static final Pattern GAPS = Pattern.compile("[\\s_-]+");
    private static final Map<String, Standing> WORDS = Map.ofEntries(
            Map.entry("subscribed", SUBSCRIBED),
            Map.entry("active", SUBSCRIBED),
            Map.entry("confirmed", SUBSCRIBED),
            Map.entry("regular", SUBSCRIBED),
            Map.entry("premium", SUBSCRIBED),
            Map.entry("cold", SUBSCRIBED),
            Map.entry("opted in", SUBSCRIBED),
            Map.entry("true", SUBSCRIBED),
            Map.entry("yes", SUBSCRIBED),
            Map.entry("unsubscribed", LEFT),
            Map.entry("cancelled", LEFT),
            Map.entry("canceled", LEFT),
            Map.entry("removed", LEFT),
            Map.entry("opted out", LEFT),
            Map.entry("stopped", LEFT),
            Map.entry("archived", LEFT),
            Map.entry("deleted", LEFT),
            Map.entry("false", LEFT),
            Map.entry("no", LEFT),
            Map.entry("cleaned", BOUNCED),
            Map.entry("bounced", BOUNCED),
            Map.entry("bounce", BOUNCED),
            Map.entry("hard bounced", BOUNCED),
            Map.entry("hard bounce", BOUNCED),
            Map.entry("undeliverable", BOUNCED),
            Map.entry("complained", COMPLAINED),
            Map.entry("complaint", COMPLAINED),
            Map.entry("marked as spam", COMPLAINED),
            Map.entry("spam", COMPLAINED),
            Map.entry("junk", COMPLAINED),
            Map.entry("non subscribed", NEVER_ASKED),
            Map.entry("nonsubscribed", NEVER_ASKED),
            Map.entry("not subscribed", NEVER_ASKED),
            Map.entry("transactional", NEVER_ASKED),
            Map.entry("deletion request", NEVER_ASKED));

    /** Whoever is so gets no mail and never comes back by a list. */
    boolean isAway() {
        return compareTo(LEFT) >= 0;
    }

    Standing and(@Nullable Standing other) {
        return other == null || compareTo(other) >= 0 ? this : other;
    }

    /** The word of a status column; who is inactive was never confirmed, but at beehiiv is gone. */
    static Standing of(String word, Maker maker) {
        var usual = WORDS.get(word);
        if (usual != null) {
            return usual;
        }
        var known = GAPS.matcher(word.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
        return known.equals("inactive") && maker == Maker.BEEHIIV ? LEFT : WORDS.getOrDefault(known, HELD);
    }

    /** What Mailchimp says by the name of a file alone. */
    static @Nullable Standing ofMailchimp(String file) {
        var name = file.toLowerCase(Locale.ROOT);
        if (name.matches("nonsubscribed[_ -].*")) {
            return NEVER_ASKED;
        }
        if (name.matches("unsubscribed[_ -].*")) {
            return LEFT;
        }
        if (name.matches("cleaned[_ -].*")) {
            return BOUNCED;
        }
        return name.matches("subscribed[_ -].*") ? SUBSCRIBED : null;
    }
}
