package app.backmatter.funnels.web;

import app.backmatter.funnels.reminder.QuietHours;
import app.backmatter.funnels.reminder.Reminder;
import app.backmatter.funnels.reminder.ReminderPlan;
import app.backmatter.pages.Typed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** All that is said about a funnel's reminders, as typed. */
record RemindersForm(List<ReminderForm> reminders, String quietFrom, String quietUntil) {
    RemindersForm {
        reminders = three(reminders);
        quietFrom = Typed.line(quietFrom);
        quietUntil = Typed.line(quietUntil);
    }

    static RemindersForm of(ReminderPlan plan) {
        return new RemindersForm(
                plan.reminders().stream().map(ReminderForm::of).toList(),
                Integer.toString(plan.quietHours().from()),
                Integer.toString(plan.quietHours().until()));
    }

    /** @param coupons that can be chosen, by their ids */
    void check(Set<String> coupons, Errors errors) {
        for (int i = 0; i < reminders.size(); i++) {
            var reminder = reminders.get(i);
            var path = "reminders[%d].".formatted(i);
            reminder.check(path, errors);
            if (i > 0
                    && reminder.delay() > 0
                    && reminder.delay() <= reminders.get(i - 1).delay()) {
                errors.rejectValue(path + "delayHours", "funnels.reminders.error.order");
            }
            if (!reminder.coupon().isEmpty() && !coupons.contains(reminder.coupon())) {
                errors.rejectValue(path + "coupon", "funnels.reminders.error.coupon");
            }
        }
        if (isNoHour(quietFrom) || isNoHour(quietUntil)) {
            errors.rejectValue("quietFrom", "funnels.reminders.error.hours");
        }
    }

    /** Of a form without errors. */
    ReminderPlan toPlan() {
        return new ReminderPlan(
                IntStream.rangeClosed(1, Reminder.MOST)
                        .mapToObj(number -> reminders.get(number - 1).toReminder(number))
                        .toList(),
                new QuietHours(Integer.parseInt(quietFrom), Integer.parseInt(quietUntil)));
    }

    private static boolean isNoHour(String typed) {
        return !typed.matches("1?[0-9]|2[0-3]");
    }

    private static List<ReminderForm> three(@Nullable List<ReminderForm> typed) {
        var given = typed == null ? List.<ReminderForm>of() : typed;
        return IntStream.range(0, Reminder.MOST)
                .mapToObj(i -> i < given.size()
                        ? Objects.requireNonNullElse(given.get(i), ReminderForm.EMPTY)
                        : ReminderForm.EMPTY)
                .toList();
    }
}
