package app.backmatter.audience.importing;

import java.util.Locale;

/** A file that no people can be read from. */
public final class UnreadableList extends RuntimeException {
    /** Why. */
    public enum Reason {
        EMPTY,
        NO_ROWS,
        NO_ADDRESSES,
        TOO_MANY_COLUMNS,
        NOT_A_LIST,
        OLD_WORKBOOK,
        BROKEN_WORKBOOK,
        LARGE_WORKBOOK,
        NO_LIST_INSIDE,
        SWELLS,
        NEVER_ENDING_CELL,
        GONE,
        FAILED
    }

    private final Reason reason;
    private final long line;

    UnreadableList(Reason reason) {
        this(reason, 0);
    }

    UnreadableList(Reason reason, long line) {
        super(reason.name());
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** Where it happened; 0 when it is about the whole. */
    long line() {
        return line;
    }

    /** What to tell the person, a key of the message bundle. */
    public static String message(String reason) {
        return "audience.import.problem." + reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
