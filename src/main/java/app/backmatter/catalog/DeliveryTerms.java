package app.backmatter.catalog;

import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How a product's files are handed out.
 *
 * @param most how often one reader may download each of them; absent for any number
 * @param linkLasts how long a download link is good, from an hour to 30 days
 */
public record DeliveryTerms(@Nullable Integer most, Duration linkLasts) {
    public static final DeliveryTerms USUAL = new DeliveryTerms(null, Duration.ofDays(1));

    /** What lets readers have more comes last. */
    public static final Comparator<DeliveryTerms> BY_GENEROSITY = Comparator.comparing(
                    DeliveryTerms::most, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(DeliveryTerms::linkLasts);

    /** @param fetched how often a reader downloaded one of the files */
    public boolean isUsedUp(long fetched) {
        return most != null && fetched >= most;
    }
}
