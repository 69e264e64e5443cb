package app.backmatter.audience;

/** Why an address gets no mail, from the weakest reason to the strongest: a stronger one takes a weaker one's place. */
public enum SuppressionReason {
    /** Mail did not arrive again and again. */
    SOFT_BOUNCES,
    /** The author said so. */
    BY_HAND,
    /** There is no such address. */
    HARD_BOUNCE,
    /** The reader called a mail spam. */
    COMPLAINT;

    /** Whether not even a receipt leaves, because nothing arrives there. */
    public boolean stopsAllMail() {
        return this == HARD_BOUNCE;
    }
}
