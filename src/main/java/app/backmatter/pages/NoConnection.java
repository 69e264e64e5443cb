package app.backmatter.pages;

import java.sql.SQLTransientConnectionException;

/** The pool of connections to the database had none to give in time: too many ask at once, or the database is away. */
public final class NoConnection {
    private NoConnection() {}

    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
