package app.backmatter.funnels.reminder;

import app.backmatter.shared.Money;
import java.util.List;

/**
 * What a funnel's reminders brought so far.
 *
 * @param sent letters that the mail server took
 * @param cameBack readers who followed the link of one to their checkout
 * @param paid readers who paid after one had left, by whatever way they came back
 * @param brought what those orders came to, upsells included, after taxes and refunds: one amount for each currency
 */
public record ReminderFigures(long sent, long cameBack, long paid, List<Money> brought) {
    public ReminderFigures {
        brought = List.copyOf(brought);
    }
}
