package app.backmatter.audience.importing;

/** What a row did: each row counts as one of these. */
enum Outcome {
    ADDED,
    HELD,
    UPDATED,
    UNCHANGED,
    LEFT_ALONE,
    SUPPRESSED,
    REJECTED
}
