package app.backmatter.database;

/** The application must not start, for a reason that its message tells the operator in one line. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String reason) {
        super(reason);
    }
}
