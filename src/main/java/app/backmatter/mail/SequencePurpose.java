package app.backmatter.mail;

/** Whom a sequence follows up: those who bought, or those who have not, in which case a purchase ends it. */
public enum SequencePurpose {
    BUYERS,
    NON_BUYERS,
    /** Whoever its own rules bring in. */
    ANYBODY
}
