package app.backmatter.funnels.reminder;

import app.backmatter.pages.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What stands on the page until the author changes it: all three written, none of them on. */
@Component
class ReadyReminders {
    private static final List<Integer> DELAYS = List.of(1, 24, 72);

    private final Words words;

    ReadyReminders(Words words) {
        this.words = words;
    }

    ReminderPlan plan() {
        return new ReminderPlan(
                IntStream.rangeClosed(1, Reminder.MOST).mapToObj(this::reminder).toList(), QuietHours.USUAL);
    }

    private Reminder reminder(int number) {
        var key = "funnels.reminders.ready." + number;
        return new Reminder(
                number,
                false,
                DELAYS.get(number - 1),
                words.say(key + ".subject"),
                words.say(key + ".text"),
                words.say("funnels.reminders.ready.button"),
                null);
    }
}
