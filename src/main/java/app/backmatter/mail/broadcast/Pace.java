package app.backmatter.mail.broadcast;

/** How many messages may leave by now, for one thread. Never more than a tenth of a second's worth at once, or one. */
final class Pace {
    private final double perNano;
    private final double most;
    private double allowed = 1;
    private long looked = System.nanoTime();

    /** @param perSecond 0 for as many as the mail server takes */
    Pace(int perSecond) {
        this.perNano = perSecond / 1e9;
        this.most = perSecond == 0 ? Integer.MAX_VALUE : Math.max(1, perSecond / 10.0);
    }

    boolean isUnlimited() {
        return perNano == 0;
    }

    int take(int wanted) {
        if (isUnlimited()) {
            return wanted;
        }
        long now = System.nanoTime();
        allowed = Math.min(most, allowed + (now - looked) * perNano);
        looked = now;
        int taken = Math.min(wanted, (int) allowed);
        allowed -= taken;
        return taken;
    }
}
