package app.backmatter.funnels.web;

import app.backmatter.funnels.reminder.Reminder;
import app.backmatter.orders.CouponId;
import app.backmatter.pages.Typed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** One reminder as typed. */
record ReminderForm(Boolean on, String delayHours, String subject, String markdown, String button, String coupon) {
    static final ReminderForm EMPTY = new ReminderForm(false, "", "", "", "", "");

    ReminderForm {
        on = Objects.requireNonNullElse(on, false);
        delayHours = Typed.line(delayHours);
        subject = Typed.line(subject);
        markdown = Typed.text(markdown);
        button = Typed.line(button);
        coupon = Typed.line(coupon);
    }

    static ReminderForm of(Reminder reminder) {
        return new ReminderForm(
                reminder.isOn(),
                Integer.toString(reminder.delayHours()),
                reminder.subject(),
                reminder.markdown(),
                reminder.button(),
                reminder.coupon() == null ? "" : reminder.coupon().toString());
    }

    /** @param path of this form in the whole one, with its dot */
    void check(String path, Errors errors) {
        if (!delayHours.matches("[0-9]{1,3}") || delay() < 1 || delay() > Reminder.LONGEST_DELAY) {
            errors.rejectValue(path + "delayHours", "funnels.reminders.error.delay");
        }
        if (subject.isEmpty() || subject.length() > 200) {
            errors.rejectValue(path + "subject", "funnels.reminders.error.subject");
        }
        if (markdown.isEmpty() || markdown.length() > 20_000) {
            errors.rejectValue(path + "markdown", "funnels.reminders.error.markdown");
        }
        if (button.length() > 60) {
            errors.rejectValue(path + "button", "funnels.reminders.error.button");
        }
        refuseUnknown(path + "subject", subject, errors);
        refuseUnknown(path + "markdown", markdown, errors);
        if (couponId() == null && toReminder(1).namesCode()) {
            errors.rejectValue(path + "coupon", "funnels.reminders.error.code");
        }
    }

    /** Zero for no number. */
    int delay() {
        return delayHours.matches("[0-9]{1,3}") ? Integer.parseInt(delayHours) : 0;
    }

    Reminder toReminder(int number) {
        return new Reminder(number, on, delay(), subject, markdown, button, couponId());
    }

    private @Nullable CouponId couponId() {
        var id = Typed.id(coupon);
        return id == null ? null : new CouponId(id);
    }

    private static void refuseUnknown(String field, String text, Errors errors) {
        var unknown = Reminder.FIELDS.unknownIn(text);
        if (!unknown.isEmpty()) {
            errors.rejectValue(field, "funnels.reminders.error.field", new Object[] {unknown}, null);
        }
    }
}
