package app.backmatter.funnels.reminder;

import app.backmatter.mail.MergeFields;
import app.backmatter.orders.CouponId;
import org.jspecify.annotations.Nullable;

/**
 * One of a funnel's reminders.
 *
 * @param number from 1; they leave in this order
 * @param isOn whether it leaves at all
 * @param delayHours since the reader was last at the checkout, 1 to {@value #LONGEST_DELAY}; more for each than for the one before
 * @param subject may hold {@link #FIELDS}
 * @param markdown may hold {@link #FIELDS}
 * @param button label of the button that leads to the checkout; empty for none
 * @param coupon whose code its link brings, unless the reader had one that takes off as much; without it the link brings
 *     what the reader had
 */
public record Reminder(
        int number,
        boolean isOn,
        int delayHours,
        String subject,
        String markdown,
        String button,
        @Nullable CouponId coupon) {
    /** How many a reader gets at most. */
    public static final int MOST = 3;

    /** Two weeks. */
    public static final int LONGEST_DELAY = 336;

    public static final String PRODUCT = "product";
    public static final String CODE = "code";
    public static final MergeFields FIELDS = new MergeFields(PRODUCT, MergeFields.OFFER_LINK, CODE);

    /** Whether its words name the code. */
    public boolean namesCode() {
        return (subject + markdown).contains("{" + CODE + "}");
    }
}
