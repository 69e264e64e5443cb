package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.Sequences;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes drafts so that ready words follow: where they stand untouched they name the gift, the product and the book
 * that were chosen since. What an author wrote stays as it is.
 */
@Component
class ReadyWords {
    private final DraftWords words;
    private final StockTaking stock;
    private final Sequences sequences;

    ReadyWords(DraftWords words, StockTaking stock, Sequences sequences) {
        this.words = words;
        this.stock = stock;
        this.sequences = sequences;
    }

    /** Letters follow until the first publication alone: no draft changes what readers of a revision are sent. */
    void change(Funnel funnel, UnaryOperator<FunnelContent> change) {
        var before = funnel.draft();
        var after = change.apply(before);
        var names = new DraftNames(stock.of(List.of(before, after)));
        funnel.change(_ -> reworded(before, after, names));
        if (funnel.revision() == null) {
            letters(after.buyers(), SequencePurpose.BUYERS, names.of(before), names.of(after));
            letters(after.nonBuyers(), SequencePurpose.NON_BUYERS, names.of(before), names.of(after));
        }
    }

    private FunnelContent reworded(FunnelContent before, FunnelContent after, DraftNames names) {
        return after.withSteps(after.steps().stream()
                .map(step -> before.step(step.id())
                        .map(old ->
                                Steps.saying(step, page(step, ready(before, old, names), ready(after, step, names))))
                        .orElse(step))
                .toList());
    }

    private PageText ready(FunnelContent funnel, Step step, DraftNames names) {
        var template = funnel.entry() instanceof OptIn ? FunnelTemplate.FREE_GIFT : FunnelTemplate.TRIPWIRE_FIRST;
        return words.page(template, step.part(), names.of(funnel, step));
    }

    private static PageText page(Step step, PageText before, PageText after) {
        var page = step.page();
        return new PageText(
                kept(page.headline(), before.headline(), after.headline()),
                kept(page.markdown(), before.markdown(), after.markdown()),
                page.picture(),
                page.button(),
                page.noThanks());
    }

    private static String kept(String text, String before, String after) {
        return text.equals(before) ? after : text;
    }

    private void letters(
            @Nullable SequenceId sequence,
            SequencePurpose purpose,
            Map<String, String> before,
            Map<String, String> after) {
        if (sequence != null && !Objects.equals(before, after)) {
            sequences.reword(sequence, words.mails(purpose, before), words.mails(purpose, after));
        }
    }
}
