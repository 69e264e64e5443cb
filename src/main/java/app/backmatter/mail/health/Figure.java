package app.backmatter.mail.health;

import java.util.Locale;

/** What is counted of mails. */
public enum Figure {
    ACCEPTED,
    /** Not accepted at once; each of them is counted as what it was refused for, too. */
    REFUSED,
    BLOCKED,
    SOFT,
    HARD,
    COMPLAINED,
    OPENED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
