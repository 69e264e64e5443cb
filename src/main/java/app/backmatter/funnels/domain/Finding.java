package app.backmatter.funnels.domain;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a guard has to say about a draft.
 *
 * @param key a message key's end; the message's first argument is the page's name
 * @param details what else the message tells: amounts, names
 * @param step the page that it is about; absent when it is about the whole
 */
public record Finding(
        Weight weight,
        String key,
        List<Object> details,
        @Nullable UUID step) {
    public enum Weight {
        /** Readers would be misled or stranded: blocks the publication. */
        MUST_BE_MENDED,
        /** Probably not what the author means; may be published all the same. */
        PLEASE_LOOK
    }

    static Finding mend(Step step, String key, @Nullable Object... details) {
        return new Finding(Weight.MUST_BE_MENDED, key, known(details), step.id());
    }

    static Finding look(Step step, String key, @Nullable Object... details) {
        return new Finding(Weight.PLEASE_LOOK, key, known(details), step.id());
    }

    public boolean blocks() {
        return weight == Weight.MUST_BE_MENDED;
    }

    private static List<Object> known(@Nullable Object... details) {
        return Arrays.stream(details)
                .<Object>mapMulti((detail, next) -> {
                    if (detail != null) {
                        next.accept(detail);
                    }
                })
                .toList();
    }
}
