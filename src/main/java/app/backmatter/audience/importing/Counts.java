package app.backmatter.audience.importing;

import java.util.Map;

/**
 * How many rows were read, and what became of them: the others add up to the first.
 *
 * @param added new on the list, and subscribed
 * @param held new, but not known to be subscribed: they get no mail
 * @param updated known before; now with a name, a tag or a consent more
 * @param unchanged known before, with all that the row says
 * @param leftAlone had left this list, so that the row changed nothing
 * @param suppressed left, bounced or complained by what the row says; kept so that nobody mails them by mistake
 */
public record Counts(
        long read,
        long added,
        long held,
        long updated,
        long unchanged,
        long leftAlone,
        long suppressed,
        long rejected) {
    static Counts of(Map<Outcome, Integer> outcomes) {
        return new Counts(
                outcomes.values().stream().mapToInt(Integer::intValue).sum(),
                outcomes.getOrDefault(Outcome.ADDED, 0),
                outcomes.getOrDefault(Outcome.HELD, 0),
                outcomes.getOrDefault(Outcome.UPDATED, 0),
                outcomes.getOrDefault(Outcome.UNCHANGED, 0),
                outcomes.getOrDefault(Outcome.LEFT_ALONE, 0),
                outcomes.getOrDefault(Outcome.SUPPRESSED, 0),
                outcomes.getOrDefault(Outcome.REJECTED, 0));
    }
}
