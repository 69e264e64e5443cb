package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.Sequences;
import app.backmatter.pages.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters that readers of a funnel get, in the order in which they come. */
@Component
class FunnelLetters {
    private final Sequences sequences;
    private final Words words;

    FunnelLetters(Sequences sequences, Words words) {
        this.sequences = sequences;
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
        add(rows, draft.content().nonBuyers(), workspace);
        add(rows, draft.content().buyers(), workspace);
        return rows;
    }

    private Row own(String letter, String base) {
        var key = "funnels.letters." + letter;
        return new Row(words.say(key), words.say(key + ".help"), base + "/letters/" + letter);
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
