package app.backmatter.mail.broadcast;

/**
 * How far a broadcast is.
 *
 * @param addressed readers whom it was for when it started
 * @param sent what the mail server accepted
 * @param failed what it refused for good
 * @param left those who had left the list when their turn came
 * @param postponed what it asked to be tried again later
 * @param opened readers whose mail program fetched its picture; without providers who do so for everybody, and scanners
 * @param proxied readers whose provider fetched it, whether they looked or not
 * @param clicked readers who followed a link; scanners left out
 * @param unsubscribed readers who left the list by the link, or the button, of this very mail
 */
public record BroadcastProgress(
        long addressed,
        long sent,
        long failed,
        long left,
        long postponed,
        long opened,
        long proxied,
        long clicked,
        long unsubscribed) {
    /** How many are neither sent nor given up. */
    public long waiting() {
        return Math.max(0, addressed - sent - failed - left);
    }

    /** Of a hundred. */
    public int percent() {
        return addressed == 0 ? 100 : (int) ((addressed - waiting()) * 100 / addressed);
    }
}
