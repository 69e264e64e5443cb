package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.reminder.KeepReminders;
import app.backmatter.funnels.reminder.SentReminders;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.Sequences;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters that readers of a funnel get, in the order in which they come. */
@Component
class FunnelLetters {
    private final Sequences sequences;
    private final KeepReminders reminders;
    private final SentReminders sent;
    private final Format format;
    private final Words words;

    FunnelLetters(Sequences sequences, KeepReminders reminders, SentReminders sent, Format format, Words words) {
        this.sequences = sequences;
        this.reminders = reminders;
        this.sent = sent;
        this.format = format;
        this.words = words;
    }

    /** @param when it leaves, and to whom */
    record Row(String name, String when, String href) {}

    List<Row> of(FunnelDraft draft, String workspace, String base) {
        var rows = new ArrayList<Row>();
        if (draft.content().entry() instanceof OptIn optIn) {
            if (optIn.doubleOptIn()) {
                rows.add(own("confirmation", base));
            }
            rows.add(own("gift", base));
        }
        if (draft.content().steps().stream().anyMatch(CheckoutOffer.class::isInstance)) {
            rows.add(reminders(draft, base));
        }
        add(rows, draft.content().nonBuyers(), workspace);
        add(rows, draft.content().buyers(), workspace);
        return rows;
    }

    private Row own(String letter, String base) {
        var key = "funnels.letters." + letter;
        return new Row(words.say(key), words.say(key + ".help"), base + "/letters/" + letter);
    }

    private Row reminders(FunnelDraft draft, String base) {
        var figures = sent.of(draft.id());
        var told = words.say(
                "funnels.letters.reminders",
                reminders.of(draft.id()).countOn(),
                figures.sent(),
                figures.cameBack(),
                figures.paid());
        var brought = figures.brought().stream().map(format::money).collect(Collectors.joining(" + "));
        return new Row(
                words.say("funnels.reminders"),
                brought.isEmpty() ? told : words.say("funnels.letters.reminders.brought", told, brought),
                base + "/reminders");
    }

    private void add(List<Row> rows, @Nullable SequenceId id, String workspace) {
        if (id != null) {
            sequences
                    .find(id)
                    .map(sequence -> new Row(
                            sequence.name(),
                            words.say("funnels.letters." + sequence.purpose(), sequence.mails()),
                            "/w/" + workspace + "/mail/sequences/" + id))
                    .ifPresent(rows::add);
        }
    }
}
