package app.backmatter.funnels.web;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.reminder.Reminder;
import app.backmatter.funnels.reminder.ReminderPlan;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.Coupons;
import app.backmatter.pages.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The codes that a reminder can carry, as choices. */
@Component
class ReminderCodes {
    private final Coupons coupons;
    private final Words words;

    ReminderCodes(Coupons coupons, Words words) {
        this.coupons = coupons;
        this.words = words;
    }

    /** Those that work on the funnel's checkouts, and those that its reminders carry already. */
    Map<String, String> of(FunnelId funnel, ReminderPlan plan) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", words.say("funnels.reminders.coupon.none"));
        coupons.codesFor(funnel.value()).forEach((id, code) -> choices.put(id.toString(), code));
        chosen(plan).forEach(id -> choices.putIfAbsent(id.toString(), words.say("funnels.reminders.coupon.ended")));
        return choices;
    }

    /** The numbers of the reminders that are on and do not leave, as their codes do not work. */
    List<Integer> ended(ReminderPlan plan) {
        return plan.reminders().stream()
                .filter(Reminder::isOn)
                .filter(reminder -> reminder.coupon() != null
                        && coupons.workingCode(reminder.coupon()).isEmpty())
                .map(Reminder::number)
                .toList();
    }

    /** The numbers of those that do not leave to readers of a checkout whose price is theirs to choose, for their codes. */
    List<Integer> useless(FunnelContent funnel, ReminderPlan plan) {
        return funnel.steps().stream().allMatch(step -> !(step instanceof CheckoutOffer offer) || offer.takesCodes())
                ? List.of()
                : plan.reminders().stream()
                        .filter(reminder -> reminder.isOn() && reminder.coupon() != null)
                        .map(Reminder::number)
                        .toList();
    }

    private static List<CouponId> chosen(ReminderPlan plan) {
        return plan.reminders().stream()
                .flatMap(reminder -> Stream.ofNullable(reminder.coupon()))
                .toList();
    }
}
