package app.backmatter.mail.domain;

import app.backmatter.mail.broadcast.SubjectResult;
import java.util.function.ToLongFunction;

/**
 * Which of two subjects won.
 *
 * @param winner 0 is the first
 */
record Verdict(int winner, WonBy by) {
    /** Fewer opened mails than this say little by themselves. */
    static final int ENOUGH = 20;

    /** @param rule that is not left to the author, unless one of the subjects reached nobody */
    static Verdict of(WinnerRule rule, SubjectResult first, SubjectResult other) {
        if (first.sent() == 0 || other.sent() == 0) {
            return new Verdict(0, WonBy.TOO_FEW);
        }
        if (rule == WinnerRule.CLICKED) {
            return better(first, other, SubjectResult::clicked, WonBy.MORE_CLICKED);
        }
        boolean enough = first.opened() + other.opened() >= ENOUGH || first.proxied() + other.proxied() == 0;
        return enough
                ? better(first, other, SubjectResult::opened, WonBy.MORE_OPENED)
                : better(first, other, SubjectResult::fetched, WonBy.MORE_FETCHED);
    }

    /** By rates, compared without dividing. */
    private static Verdict better(
            SubjectResult first, SubjectResult other, ToLongFunction<SubjectResult> count, WonBy by) {
        long mine = count.applyAsLong(first) * other.sent();
        long theirs = count.applyAsLong(other) * first.sent();
        if (mine == theirs) {
            return new Verdict(0, mine == 0 ? WonBy.NOBODY : WonBy.TIE);
        }
        return new Verdict(mine > theirs ? 0 : 1, by);
    }
}
