package app.backmatter.mail.broadcast;

/**
 * What one subject did with its half of the sample.
 *
 * @param sent what the mail server accepted
 * @param opened readers whose mail program fetched its picture; without providers who do so for everybody, and scanners
 * @param proxied readers whose provider fetched it, whether they looked or not
 * @param clicked readers who followed a link; scanners left out
 */
public record SubjectResult(long sent, long opened, long proxied, long clicked) {
    static final SubjectResult NOTHING = new SubjectResult(0, 0, 0, 0);

    /** By people or for them. */
    public long fetched() {
        return opened + proxied;
    }

    /** In basis points of what was sent, to a tenth of a percent. */
    public int rate(long count) {
        return sent == 0 ? 0 : (int) Math.round(count * 1_000.0 / sent) * 10;
    }
}
