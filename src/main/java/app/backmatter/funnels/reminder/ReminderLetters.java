package app.backmatter.funnels.reminder;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactView;
import app.backmatter.catalog.Catalog;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.funnels.passage.Ways;
import app.backmatter.mail.Letter;
import app.backmatter.pages.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is reminded: readers on the list who may still have what they left, and did not say no to it. */
@Component
class ReminderLetters {
    private final Readers readers;
    private final Ways ways;
    private final Audience audience;
    private final Catalog catalog;
    private final KeepReminders reminders;
    private final Codes codes;
    private final ReminderMoment moment;
    private final Clock clock;

    ReminderLetters(
            Readers readers,
            Ways ways,
            Audience audience,
            Catalog catalog,
            KeepReminders reminders,
            Codes codes,
            ReminderMoment moment,
            Clock clock) {
        this.readers = readers;
        this.ways = ways;
        this.audience = audience;
        this.catalog = catalog;
        this.reminders = reminders;
        this.codes = codes;
        this.moment = moment;
        this.clock = clock;
    }

    /** Empty for nobody to be reminded, or nothing to remind of. */
    Optional<Letter> to(LeftCheckouts.Due due) {
        try {
            return readers.with(
                    due.proof(),
                    reader -> offer(reader, due.step(), due.number()).flatMap(offer -> letter(reader, offer, due)));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /** From when on it may leave. */
    Instant earliest(LeftCheckouts.Due due, Instant now) {
        return readers.with(
                due.proof(), reader -> moment.earliest(reader, reader.step(due.step(), CheckoutOffer.class), now));
    }

    /** What a reader would be reminded of, if that reminder still is to leave. */
    Optional<CheckoutOffer> offer(Reader reader, UUID step, int number) {
        var reminder = reminders.of(reader.passage().funnel()).reminder(number);
        return reader.funnel()
                .step(step)
                .filter(CheckoutOffer.class::isInstance)
                .map(CheckoutOffer.class::cast)
                .filter(offer -> reminder.isOn() && isOpen(reader, offer))
                .filter(offer -> codes.isGood(reader, offer, reminder));
    }

    private boolean isOpen(Reader reader, CheckoutOffer offer) {
        var way = ways.of(reader);
        return way.isOffered(offer)
                && !way.isAnswered(offer)
                && catalog.isOffered(Objects.requireNonNull(offer.product()));
    }

    private Optional<Letter> letter(Reader reader, CheckoutOffer offer, LeftCheckouts.Due due) {
        var contact = reader.passage().contact();
        return contact == null
                ? Optional.empty()
                : subscribed(contact)
                        .map(known -> new Letter(
                                reader.passage().workspace(),
                                contact,
                                known.email(),
                                ReminderLetter.NAME,
                                fields(offer, due),
                                "reminder:" + due.passage() + ":" + due.step() + ":" + due.number(),
                                true,
                                clock.instant()));
    }

    private Optional<ContactView> subscribed(ContactId contact) {
        return audience.find(contact).filter(known -> known.status() == ContactStatus.SUBSCRIBED);
    }

    private static Map<String, String> fields(CheckoutOffer offer, LeftCheckouts.Due due) {
        return Map.of(
                ReminderLetter.PROOF,
                due.proof(),
                ReminderLetter.STEP,
                due.step().toString(),
                ReminderLetter.NUMBER,
                Integer.toString(due.number()),
                Letter.PITCHES,
                Objects.requireNonNull(offer.product()).toString());
    }
}
