package app.backmatter.mail.health;

/** What the big mailbox providers ask of senders, and from where on we stop rather than go on. */
public enum Limit {
    /** Mail to addresses that do not exist, or turned away: good senders stay under 2 %, and from 5 % on providers act. */
    BOUNCES(200, 500, 20),
    /** Google and Yahoo want less than 0.1 %, and from 0.3 % on put mail into spam folders. */
    COMPLAINTS(10, 30, 5);

    private final int aim;
    private final int most;
    private final int least;

    /**
     * @param aim in basis points: below is well
     * @param most in basis points: from here on sending is stopped
     * @param least so many are too few to tell
     */
    Limit(int aim, int most, int least) {
        this.aim = aim;
        this.most = most;
        this.least = least;
    }

    /** How a sender stands. */
    public enum Standing {
        NOTHING_YET,
        GOOD,
        WATCH,
        TOO_HIGH
    }

    public int aim() {
        return aim;
    }

    public int most() {
        return most;
    }

    public long part(Counts counts) {
        return this == BOUNCES ? counts.rejected() : counts.complained();
    }

    public long whole(Counts counts) {
        return this == BOUNCES ? counts.tried() : counts.accepted();
    }

    public Standing standing(Counts counts) {
        if (whole(counts) == 0) {
            return Standing.NOTHING_YET;
        }
        return reaches(most, counts) ? Standing.TOO_HIGH : reaches(aim, counts) ? Standing.WATCH : Standing.GOOD;
    }

    /**
     * Whether so much is wrong, and of so many, that no mail should leave before somebody has looked. More than there are
     * mails is about others, that left before any was counted or whose author has read of them already.
     */
    boolean isCrossed(Counts counts) {
        return part(counts) >= least && part(counts) <= whole(counts) && reaches(most, counts);
    }

    private boolean reaches(int basisPoints, Counts counts) {
        return part(counts) * 10_000 >= whole(counts) * basisPoints && part(counts) > 0;
    }
}
