package app.backmatter.orders.interleaved;

/** The process, as far as one shop is concerned: it may be killed between any two things that last. */
final class Life {
    private int left = Integer.MAX_VALUE;
    private int deaths;

    /** Nobody catches it: what was going on is gone. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        private Killed() {
            super("killed", null, false, false);
        }
    }

    /** @param edges how many statements and requests are still made */
    synchronized void endAfter(int edges) {
        left = edges;
    }

    synchronized boolean isOver() {
        return left <= 0;
    }

    /** The process is started again. @return whether it had been killed */
    synchronized boolean begin() {
        boolean wasOver = isOver();
        if (wasOver) {
            deaths++;
        }
        left = Integer.MAX_VALUE;
        return wasOver;
    }

    synchronized int deaths() {
        return deaths;
    }

    /** Something that lasts is about to be done. @throws Killed when it is not to be any more */
    synchronized void pass() {
        if (left <= 0) {
            throw new Killed();
        }
        if (left < Integer.MAX_VALUE) {
            left--;
        }
    }
}
