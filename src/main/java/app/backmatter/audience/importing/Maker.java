package app.backmatter.audience.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a list comes from, told by columns that only this maker's exports have. The first that fits is it.
 */
public enum Maker {
    MAILCHIMP(null, Map.of(), Set.of("optin_time", "confirm_time")),
    AWEBER(Standing.SUBSCRIBED, Map.of(), Set.of("stop time", "stop status")),
    SUBSTACK(Standing.SUBSCRIBED, Map.of(), Set.of("email", "email_disabled")),
    GHOST(null, Map.of(), Set.of("email", "subscribed_to_emails")),
    GUMROAD_FOLLOWERS(Standing.SUBSCRIBED, Map.of(), Set.of("follower email")),
    // who bought did not ask for letters
    GUMROAD_SALES(Standing.HELD, Map.of("buyer email", Field.NOTHING), Set.of("purchase email", "do not contact?")),
    BUTTONDOWN(null, Map.of(), Set.of("email", "subscriber_type")),
    BEEHIIV(
            null,
            Map.of(),
            Set.of("email", "status", "tier"),
            Set.of("email", "status", "unsubscribed_at"),
            Set.of("email", "status", "subscription tier")),
    SHOPIFY(null, Map.of(), Set.of("email", "accepts email marketing")),
    // its last name has a column of its own
    MAILERLITE(null, Map.of("name", Field.FIRST_NAME), Set.of("subscriber")),
    KIT(
            null,
            Map.of(),
            Set.of("first_name", "email_address"),
            Set.of("state", "created_at"),
            Set.of("state", "created at")),
    BOOKFUNNEL(
            null,
            Map.of("date", Field.JOINED),
            Set.of("email", "opted in"),
            Set.of("email", "landing page", "confirmed")),
    OTHER(null, Map.of("date", Field.NOTHING));

    private final @Nullable Standing rest;
    private final Map<String, Field> own;
    private final List<Set<String>> marks;

    @SafeVarargs
    Maker(@Nullable Standing rest, Map<String, Field> own, Set<String>... marks) {
        this.rest = rest;
        this.own = own;
        this.marks = List.of(marks);
    }

    /** @param columns in small letters */
    static Maker of(Set<String> columns) {
        return Arrays.stream(values())
                .filter(maker -> maker.marks.stream().anyMatch(columns::containsAll))
                .findFirst()
                .orElse(OTHER);
    }

    Field field(String column) {
        return own.getOrDefault(column, Field.usual(column));
    }

    /** What those are of whom the rows say nothing; absent where only the author knows. */
    @Nullable
    Standing rest() {
        return rest;
    }
}
