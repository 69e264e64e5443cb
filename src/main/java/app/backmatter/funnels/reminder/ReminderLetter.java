package app.backmatter.funnels.reminder;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.PayCheckout;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.mail.LetterTemplate;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Leads back to a checkout. It waits until the quiet hours are over, until a day after a sequence offered the same, and while
 * nobody knows whether the reader has paid; it does not leave to who has. All mail waits while it is asked, so it asks no
 * processor: open payments are settled elsewhere.
 */
@Component
class ReminderLetter implements LetterTemplate {
    static final String NAME = "checkout-reminder";
    static final String PROOF = "proof";
    static final String STEP = "step";
    static final String NUMBER = "number";

    private final Readers readers;
    private final KeepReminders reminders;
    private final ReminderLetters letters;
    private final ReminderWords words;
    private final SentReminders sent;
    private final PayCheckout payCheckout;
    private final ReminderMoment moment;
    private final Clock clock;

    ReminderLetter(
            Readers readers,
            KeepReminders reminders,
            ReminderLetters letters,
            ReminderWords words,
            SentReminders sent,
            PayCheckout payCheckout,
            ReminderMoment moment,
            Clock clock) {
        this.readers = readers;
        this.reminders = reminders;
        this.letters = letters;
        this.words = words;
        this.sent = sent;
        this.payCheckout = payCheckout;
        this.moment = moment;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Written write(Map<String, String> fields) {
        return with(
                fields, (reader, offer) -> words.to(reader, offer, plan(reader).reminder(number(fields))));
    }

    @Override
    public Optional<Instant> waitsUntil(Map<String, String> fields) {
        return with(fields, (reader, offer) -> Optional.of(moment.earliest(reader, offer, clock.instant())));
    }

    @Override
    public boolean isWanted(Map<String, String> fields) {
        return with(
                fields,
                (reader, offer) ->
                        letters.offer(reader, offer.id(), number(fields)).isPresent()
                                && !payCheckout.mayBePaid(reader, offer));
    }

    @Override
    public void sent(Map<String, String> fields, Instant at) {
        with(fields, (reader, offer) -> {
            sent.add(reader.passage(), offer.id(), number(fields), at);
            return offer;
        });
    }

    private ReminderPlan plan(Reader reader) {
        FunnelId funnel = reader.passage().funnel();
        return reminders.of(funnel);
    }

    private <T> T with(Map<String, String> fields, BiFunction<Reader, CheckoutOffer, T> work) {
        var step = UUID.fromString(fields.getOrDefault(STEP, ""));
        return readers.with(
                fields.getOrDefault(PROOF, ""), reader -> work.apply(reader, reader.step(step, CheckoutOffer.class)));
    }

    private static int number(Map<String, String> fields) {
        return Integer.parseInt(fields.getOrDefault(NUMBER, "1"));
    }
}
