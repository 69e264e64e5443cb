package app.backmatter.storage.domain;

/** An upload is elsewhere than its sender believes. */
public final class WrongOffset extends RuntimeException {
    private final long reached;

    WrongOffset(long reached) {
        super("The upload has reached byte " + reached, null, false, false);
        this.reached = reached;
    }

    /** Where to go on. */
    public long reached() {
        return reached;
    }
}
