package app.backmatter.funnels.reminder;

import app.backmatter.orders.Coupons;
import org.springframework.stereotype.Component;

/** The codes that reminders carry. */
@Component
class Codes {
    private final Coupons coupons;

    Codes(Coupons coupons) {
        this.coupons = coupons;
    }

    /** Whether the reminder has no code, or one that works now: no letter promises what is over. */
    boolean isGood(Reminder reminder) {
        return reminder.coupon() == null
                || coupons.workingCode(reminder.coupon()).isPresent();
    }

    /** Empty for none. */
    String of(Reminder reminder) {
        return reminder.coupon() == null
                ? ""
                : coupons.workingCode(reminder.coupon()).orElse("");
    }
}
