package app.backmatter.funnels.reminder;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.Lines;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Ways;
import app.backmatter.orders.CouponAnswer.Accepted;
import app.backmatter.orders.Coupons;
import app.backmatter.orders.Totals;
import app.backmatter.shared.Money;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The codes that reminders carry: only such as work for that reader, on what that reader had chosen. */
@Component
class Codes {
    private final Coupons coupons;
    private final LeftCheckouts leftCheckouts;
    private final Ways ways;

    Codes(Coupons coupons, LeftCheckouts leftCheckouts, Ways ways) {
        this.coupons = coupons;
        this.leftCheckouts = leftCheckouts;
        this.ways = ways;
    }

    /** Whether the reminder has no code, or one that works for the reader now: no letter promises what is over. */
    boolean isGood(Reader reader, CheckoutOffer offer, Reminder reminder) {
        return reminder.coupon() == null
                || price(reader, offer, inGeneral(reminder)).isPresent();
    }

    /** The reminder's or, where that takes off no more, the one that the reader had already. Empty for none that works. */
    String of(Reader reader, CheckoutOffer offer, Reminder reminder) {
        var brought = inGeneral(reminder);
        var own = own(reader, offer);
        var price = price(reader, offer, brought);
        var ownPrice = price(reader, offer, own);
        if (ownPrice.isEmpty()) {
            return price.isPresent() ? brought : "";
        }
        return price.isPresent() && ownPrice.get().isGreaterThan(price.get()) ? brought : own;
    }

    /** The reminder's code, whoever the reader. Empty for none. */
    String inGeneral(Reminder reminder) {
        return reminder.coupon() == null
                ? ""
                : coupons.workingCode(reminder.coupon()).orElse("");
    }

    /** As typed at the checkout, or brought to it by another link. */
    private String own(Reader reader, CheckoutOffer offer) {
        var typed = leftCheckouts.chosen(reader.passage().id(), offer.id()).coupon();
        return typed.isEmpty() ? reader.passage().coupon() : typed;
    }

    /** What is to be paid with the code; empty where it does not work. */
    private Optional<Money> price(Reader reader, CheckoutOffer offer, String code) {
        return code.isEmpty()
                ? Optional.empty()
                : asked(reader, offer, code)
                        .map(answer -> Totals.of(answer.lines()).charged());
    }

    private Optional<Accepted> asked(Reader reader, CheckoutOffer offer, String code) {
        if (!offer.takesCodes()) {
            return Optional.empty();
        }
        var passage = reader.passage();
        var bump = leftCheckouts.chosen(passage.id(), offer.id()).bump();
        var bill = Lines.of(reader, ways.of(reader).withoutOwnedBump(offer), bump);
        return coupons
                .ask(code, passage.funnel().value(), passage.id().value(), passage.contact(), List.of(bill))
                .stream()
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .findFirst();
    }
}
