package app.backmatter.mail.domain;

import java.util.List;

/**
 * A second subject, tried beside the first on a part of the readers.
 *
 * @param subject empty where nothing is tried
 * @param percent of the readers on whom both are tried, half of them each
 * @param hours that are waited once they have their mails
 */
public record SubjectTest(String subject, int percent, WinnerRule rule, int hours) {
    public static final List<Integer> PERCENTS = List.of(10, 20, 30, 50);
    public static final List<Integer> HOURS = List.of(1, 2, 4, 8, 12, 24, 48);
    public static final SubjectTest NONE = new SubjectTest("", 20, WinnerRule.OPENED, 4);

    /** Below so many readers chance says more than the subjects. */
    private static final long ENOUGH_READERS = 50;

    public boolean isOn() {
        return !subject.isEmpty();
    }

    /** About how many readers it is tried on. */
    public long sample(long readers) {
        return Math.round(readers * percent / 100.0);
    }

    /** @param readers of the whole broadcast: those of the test are a part of them */
    public boolean saysLittle(long readers) {
        return isFew(sample(readers));
    }

    /** Whether so many readers of a test are too few to tell. */
    public boolean isFew(long tried) {
        return tried < ENOUGH_READERS;
    }
}
