package app.backmatter.mail.health;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What became of some mails.
 *
 * @param refused not accepted at once; each of them is one of the bounces, too
 * @param opened by a person, as far as that can be told
 */
public record Counts(long accepted, long refused, long blocked, long soft, long hard, long complained, long opened) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    static Counts of(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("accepted"),
                row.getLong("refused"),
                row.getLong("blocked"),
                row.getLong("soft"),
                row.getLong("hard"),
                row.getLong("complained"),
                row.getLong("opened"));
    }

    /** How many a mail server was asked to take. */
    public long tried() {
        return accepted + refused;
    }

    public long bounced() {
        return blocked + soft + hard;
    }

    /** What hurts the sender: no such address, or turned away. */
    public long rejected() {
        return blocked + hard;
    }

    public Counts plus(Counts other) {
        return new Counts(
                accepted + other.accepted,
                refused + other.refused,
                blocked + other.blocked,
                soft + other.soft,
                hard + other.hard,
                complained + other.complained,
                opened + other.opened);
    }

    Counts minus(Counts other) {
        return new Counts(
                accepted - other.accepted,
                refused - other.refused,
                blocked - other.blocked,
                soft - other.soft,
                hard - other.hard,
                complained - other.complained,
                opened - other.opened);
    }
}
