package app.backmatter.audience.importing;

/** How far an import is. */
public enum ImportState {
    /** The author still says how its columns are to be taken. */
    DRAFT,
    RUNNING,
    DONE,
    /** Stopped by the author; what was taken stays. */
    CANCELLED,
    /** Stopped by the file; what was taken stays. */
    FAILED
}
