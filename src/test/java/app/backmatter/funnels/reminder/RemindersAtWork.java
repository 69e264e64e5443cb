package app.backmatter.funnels.reminder;

import app.backmatter.database.BatchWriter;
import org.springframework.stereotype.Component;

/** Does at once what runs by itself every few seconds. */
@Component
public class RemindersAtWork {
    private final BatchWriter<Sight> writer;
    private final RemindOfCheckouts reminders;

    RemindersAtWork(BatchWriter<Sight> checkoutSightWriter, RemindOfCheckouts reminders) {
        this.writer = checkoutSightWriter;
        this.reminders = reminders;
    }

    public void remind() {
        writer.flush();
        reminders.remind();
    }
}
