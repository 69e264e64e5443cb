package app.backmatter.funnels.reminder;

import java.util.List;

/**
 * What an author says about a funnel's reminders.
 *
 * @param reminders {@value Reminder#MOST}, in their order
 */
public record ReminderPlan(List<Reminder> reminders, QuietHours quietHours) {
    public ReminderPlan {
        reminders = List.copyOf(reminders);
    }

    /** @param number from 1 */
    public Reminder reminder(int number) {
        return reminders.get(number - 1);
    }

    public long countOn() {
        return reminders.stream().filter(Reminder::isOn).count();
    }
}
