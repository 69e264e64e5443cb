package app.backmatter.orders.payment;

import app.backmatter.orders.Card;
import app.backmatter.orders.LineItem;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a processor is asked to do once.
 *
 * @param idempotencyKey at most 255 characters
 * @param description what stands on the reader's statement
 * @param returnPath where the processor's own pages send the reader back to, from the first slash; a page on which to pay
 *     adds how: {@code back=paid} or {@code back=left}
 * @param release whether nothing is to be taken: the card is asked for the amount in the same way, and what it grants is
 *     let go at once and answered as refused for {@link #RELEASED}
 */
public record ChargeRequest(
        String idempotencyKey, Money amount, Means means, String description, String returnPath, boolean release) {
    public static final String RELEASED = "released";

    /** The reason of a charge that its reader did not finish, or that was given up. */
    public static final String ABANDONED = "abandoned";

    private static final Pattern LOCAL_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");

    /** @throws IllegalArgumentException when the return path could lead to another site */
    public ChargeRequest {
        if (!LOCAL_PATH.matcher(returnPath).matches()) {
            throw new IllegalArgumentException("Not a path of this installation");
        }
    }

    public sealed interface Means {
        /**
         * A card to be typed on a page of the processor, and kept for one-click offers.
         *
         * @param email the reader's
         * @param lines what is paid for; what is charged for them is the amount
         */
        record HostedPage(EmailAddress email, List<LineItem> lines) implements Means {}

        /** A card just typed, to be kept for one-click offers. */
        record NewCard(Card card) implements Means {}

        /** @param reference the processor's name for the kept card */
        record SavedCard(String reference) implements Means {}
    }
}
